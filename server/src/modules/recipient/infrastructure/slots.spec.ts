import { describe, expect, it } from '@jest/globals';
import { Slots } from './slots.js';

/** Whether a promise is settled once everything that can run has run. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  const settle = (): void => {
    settled = true;
  };
  promise.then(settle, settle);
  await new Promise((resolve) => setImmediate(resolve));
  return settled;
}

describe('Slots', () => {
  it('lets in as many as there are places, and the next when one leaves', async () => {
    const slots = new Slots(2);
    await slots.enter();
    await slots.enter();
    const third = slots.enter();
    expect(await isSettled(third)).toBe(false);
    slots.leave();
    expect(await isSettled(third)).toBe(true);
  });

  it('keeps places that nobody waits for', async () => {
    const slots = new Slots(1);
    await slots.enter();
    slots.leave();
    expect(await isSettled(slots.enter())).toBe(true);
    expect(await isSettled(slots.enter())).toBe(false);
  });

  it('serves in order, and passes by who gave up', async () => {
    const slots = new Slots(1);
    await slots.enter();
    const abort = new AbortController();
    const impatient = slots.enter(abort.signal);
    const patient = slots.enter();
    abort.abort(new Error('gone'));
    await expect(impatient).rejects.toThrow('gone');
    slots.leave();
    expect(await isSettled(patient)).toBe(true);
  });

  it('gives the place back when the work fails', async () => {
    const slots = new Slots(1);
    await expect(slots.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await slots.run(() => Promise.resolve('done'))).toBe('done');
  });

  it('does not let in who gave up before', async () => {
    const signal = AbortSignal.abort(new Error('gone'));
    await expect(new Slots(1).enter(signal)).rejects.toThrow('gone');
  });
});
