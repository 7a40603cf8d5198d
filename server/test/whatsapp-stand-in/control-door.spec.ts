import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openControl } from './control-door.js';
import { startStandIn, type StandIn } from './stand-in.js';

let standIn: StandIn;
let control: Awaited<ReturnType<typeof openControl>>;

beforeAll(async () => {
  standIn = await startStandIn();
  control = await openControl(standIn);
});

afterAll(async () => {
  control.close();
  await standIn.stop();
});

const call = async (method: string, ...args: unknown[]) => {
  const body = args.length > 0 ? JSON.stringify(args) : null;
  const response = await fetch(`${control.url}/${method}`, { method: 'POST', body });
  return { status: response.status, answer: await response.json() };
};

it('calls the methods of the stand-in over HTTP', async () => {
  expect(await call('outbox')).toEqual({ status: 200, answer: [] });
  expect(await call('lidOf', '6281200000002')).toMatchObject({
    answer: standIn.lidOf('6281200000002'),
  });
});

it('says what a phone would say', async () => {
  expect(await call('scan', 'x,y', '6281200000001')).toEqual({
    status: 400,
    answer: { error: 'Error: The phone says: this QR code is no longer valid' },
  });
});

it('says which methods there are', async () => {
  const { status, answer } = await call('stop');
  expect(status).toBe(400);
  expect(JSON.stringify(answer)).toContain('refsRunOut');
});
