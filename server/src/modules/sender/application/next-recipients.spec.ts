import { describe, expect, it } from '@jest/globals';
import { NextRecipients } from './next-recipients.js';

const ENGINE = 'whatsapp-web';

describe('NextRecipients', () => {
  /** How many recipients a plan asks for with such a gap, in milliseconds. */
  const askedFor = async (min: number): Promise<number | undefined> => {
    const limits: number[] = [];
    const waiting = (_: string, limit: number) => {
      limits.push(limit);
      return Promise.resolve([]);
    };
    const listed = () => Promise.resolve(new Set<string>());
    const next = new NextRecipients(
      { waiting } as never,
      { listed } as never,
      { gapOf: () => ({ min, max: min }) } as never,
    );
    await next.of('import', ENGINE);
    return limits[0];
  };

  it('reads no more than can be handed over while the plan is fresh', async () => {
    expect(await askedFor(8_000)).toBe(1);
    expect(await askedFor(250)).toBe(5);
  });

  it('reads a bounded number where nothing holds the lane back', async () => {
    expect(await askedFor(0)).toBe(200);
  });
});
