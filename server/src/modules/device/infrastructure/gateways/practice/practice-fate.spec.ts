import { describe, expect, it } from '@jest/globals';
import { numberFate, sendFate } from './practice-fate.js';
import type { PracticeScript } from './practice-script.js';
import { PRACTICE_SCRIPT } from './practice-script.js';

const FROM = '+6281200000001';
const NUMBERS = Array.from({ length: 5_000 }, (_, at) => `+62813${String(at).padStart(8, '0')}`);
const SURE = { ...PRACTICE_SCRIPT, refusedShare: 0, unansweredShare: 0 };

const fates = (script: PracticeScript, attempt = 1, seed = 'prima') =>
  NUMBERS.map((to) => sendFate(script, seed, { from: FROM, to, attempt }));
const shareOf = <T>(things: readonly T[], is: (thing: T) => boolean): number =>
  things.filter(is).length / things.length;

describe('sendFate', () => {
  it('keeps the shares of the script', () => {
    const all = fates(PRACTICE_SCRIPT);
    expect(shareOf(all, ({ outcome }) => outcome.kind === 'refused')).toBeCloseTo(0.03, 1);
    const unanswered = all.filter(({ outcome }) => outcome.kind === 'unknown');
    expect(unanswered.length / all.length).toBeCloseTo(0.03, 1);
    expect(shareOf(unanswered, ({ arrives }) => arrives)).toBeGreaterThan(0.15);
    expect(shareOf(unanswered, ({ arrives }) => arrives)).toBeLessThan(0.45);
    expect(shareOf(all, ({ outage }) => outage !== null)).toBeCloseTo(0.01, 1);
    const accepted = all.filter(({ outcome }) => outcome.kind === 'accepted');
    expect(shareOf(accepted, ({ receipts }) => receipts.length > 0)).toBeCloseTo(0.93, 1);
    expect(shareOf(accepted, ({ receipts }) => receipts.length === 2)).toBeCloseTo(0.56, 1);
  });

  it('lets what was refused leave no trace, and what was accepted always arrive', () => {
    for (const { outcome, arrives, receipts } of fates(PRACTICE_SCRIPT)) {
      if (outcome.kind === 'refused') expect(arrives).toBe(false);
      if (outcome.kind === 'accepted') expect(arrives).toBe(true);
      if (!arrives) expect(receipts).toEqual([]);
    }
  });

  it('lets a share of readers opt out, and never anybody who may be real', () => {
    const invented = Array.from(
      { length: 5_000 },
      (_, n) => `+628120000${String(n).padStart(4, '0')}`,
    );
    const read = invented
      .map((to) => sendFate(PRACTICE_SCRIPT, 'prima', { from: FROM, to, attempt: 1 }))
      .filter(({ receipts }) => receipts.length === 2);
    const share = shareOf(read, ({ optOutAfter }) => optOutAfter !== null);
    expect(share).toBeGreaterThan(0.012);
    expect(share).toBeLessThan(0.03);
    const unread = fates({ ...SURE, read: { ...SURE.read, share: 0 } });
    expect(unread.every(({ optOutAfter }) => optOutAfter === null)).toBe(true);
    const all = { ...SURE, optOut: { ...SURE.optOut, share: 1 } };
    expect(fates(all).every(({ optOutAfter }) => optOutAfter === null)).toBe(true);
  });

  it('depends on seed and key alone', () => {
    expect(fates(PRACTICE_SCRIPT)).toEqual(fates(PRACTICE_SCRIPT));
    expect(fates(PRACTICE_SCRIPT)).not.toEqual(fates(PRACTICE_SCRIPT, 2));
    expect(fates(PRACTICE_SCRIPT)).not.toEqual(fates(PRACTICE_SCRIPT, 1, 'other'));
  });

  it('changes nothing else when one share changes', () => {
    const delays = (script: PracticeScript) =>
      fates(script).map(({ handoverAfter, answerAfter, outage }) => [
        handoverAfter,
        answerAfter,
        outage,
      ]);
    expect(delays(SURE)).toEqual(delays(PRACTICE_SCRIPT));
  });
});

describe('numberFate', () => {
  it('keeps the share of numbers without WhatsApp, and its word', () => {
    const all = NUMBERS.map((phone) => numberFate(PRACTICE_SCRIPT, 'prima', phone));
    expect(shareOf(all, ({ onWhatsapp }) => !onWhatsapp)).toBeCloseTo(0.05, 1);
    expect(all).toEqual(NUMBERS.map((phone) => numberFate(PRACTICE_SCRIPT, 'prima', phone)));
  });
});
