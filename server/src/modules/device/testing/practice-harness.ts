import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { FakeClock } from '../../../platform/kernel/fake-clock.js';
import { UuidIds } from '../../../platform/kernel/ids.js';
import { numberFate, sendFate } from '../infrastructure/gateways/practice/practice-fate.js';
import { PracticeGateway } from '../infrastructure/gateways/practice/practice-gateway.js';
import type { PracticeScript } from '../infrastructure/gateways/practice/practice-script.js';
import { PRACTICE_SCRIPT } from '../infrastructure/gateways/practice/practice-script.js';
import type { GatewayHarness, NumberFate } from './gateway-harness.js';
import { POLI_ANAK, RecordedNews } from './gateway-harness.js';

/** Milliseconds by which the harness moves the clock at a time, while it waits for something. */
export const STEP = 100;
/** The same while it waits for nothing in particular. */
const STRIDE = 1_000;
/** Longer than all codes of a script together, its longest play. */
const LONG_TIME = 150_000;
/** Real milliseconds in which a disk must have written a line, and a test must have failed. */
const PATIENCE = 10_000;

/** What a practice harness knows beyond the suite: its clock and its folder. */
export interface PracticeHarness extends GatewayHarness {
  readonly gateway: PracticeGateway;
  readonly clock: FakeClock;
  readonly folder: string;
  restart(): Promise<PracticeHarness>;
}

/** The practice engine in a folder of its own, on a clock that the harness moves. */
export async function openPractice(
  script: PracticeScript = { ...PRACTICE_SCRIPT, outage: { ...PRACTICE_SCRIPT.outage, share: 0 } },
  seed = 'prima',
): Promise<PracticeHarness> {
  const folder = await mkdtemp(join(tmpdir(), 'prima-practice-'));
  return practiceIn(folder, script, seed);
}

/** @param dead engines of processes that died: their files are still to be closed */
function practiceIn(
  folder: string,
  script: PracticeScript,
  seed: string,
  dead: readonly PracticeGateway[] = [],
): PracticeHarness {
  const clock = new FakeClock();
  const news = new RecordedNews();
  const gateway = new PracticeGateway({ folder, seed, script }, clock, new UuidIds(), news);
  /** Moves time on, no faster than files are written: a slow disk must not let codes expire. */
  const step = async (milliseconds: number): Promise<void> => {
    await clock.advance(milliseconds);
    await setTimeout(1);
  };
  return {
    gateway,
    news,
    clock,
    folder,
    scan: (device, { code }, phone) => {
      if (news.codesOf(device).at(-1)?.code !== code) throw new Error('That code is not shown');
      gateway.sessions.lineOf(device.id)?.scan(phone);
      return Promise.resolve();
    },
    numberWith: (fate) => numberWith(fate, script, seed),
    numberThatOptsOut: () => numberThatOptsOut(script, seed),
    until: async (condition) => {
      const givesUpAt = Date.now() + PATIENCE;
      while (!condition()) {
        if (Date.now() > givesUpAt) throw new Error('It did not come to that');
        await step(STEP);
      }
    },
    settle: async () => {
      for (let passed = 0; passed < LONG_TIME; passed += STRIDE) await step(STRIDE);
    },
    leftovers: () => clock.waiting,
    restart: () => Promise.resolve(practiceIn(folder, script, seed, [...dead, gateway])),
    close: async () => {
      for (const engine of [...dead, gateway]) await engine.shutdown();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function numberWith(fate: NumberFate, script: PracticeScript, seed: string): string {
  const numbers = Array.from({ length: 1_000 }, (_, at) => `+62813${String(at).padStart(8, '0')}`);
  const found = numbers.find((to) => {
    const { onWhatsapp } = numberFate(script, seed, to);
    if (fate === 'not-on-whatsapp') return !onWhatsapp;
    const { outcome, receipts } = sendFate(script, seed, { from: POLI_ANAK.phone, to, attempt: 1 });
    const kinds = { read: 'accepted', refused: 'refused', unanswered: 'unknown' } as const;
    return onWhatsapp && outcome.kind === kinds[fate] && (fate !== 'read' || receipts.length === 2);
  });
  if (found === undefined) throw new Error(`No number is ${fate}`);
  return found;
}

function numberThatOptsOut(script: PracticeScript, seed: string): string {
  const numbers = Array.from(
    { length: 9_999 },
    (_, n) => `+628120000${String(n).padStart(4, '0')}`,
  );
  const found = numbers.find((to) => {
    const key = { from: POLI_ANAK.phone, to, attempt: 1 };
    const { outcome, optOutAfter } = sendFate(script, seed, key);
    const { onWhatsapp } = numberFate(script, seed, to);
    return onWhatsapp && outcome.kind === 'accepted' && optOutAfter !== null;
  });
  if (found === undefined) throw new Error('Nobody opts out');
  return found;
}
