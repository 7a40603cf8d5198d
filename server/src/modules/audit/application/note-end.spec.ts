import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { FakeClock } from '../../../platform/kernel/fake-clock.js';
import type { Log } from '../../../platform/logging/log.js';
import { AuditSeal } from './audit-seal.js';
import { NoteEnd } from './note-end.js';
import type { AuditChainStore, ChainEnd } from './ports/audit-chain-store.js';
import type { AuditNotes, SignedNote } from './ports/audit-notes.js';

const HOUR = 3_600_000;
const KEY = Buffer.alloc(32, 7);

describe('where the audit ends', () => {
  const seal = new AuditSeal({ key: () => KEY });
  let clock: FakeClock;
  let end: ChainEnd | null;
  let isAway: boolean;
  let notes: SignedNote[];
  let errors: string[];
  let noting: NoteEnd;

  beforeEach(() => {
    clock = new FakeClock();
    [end, isAway, notes, errors] = [null, false, [], []];
    const unit = { run: (work: () => unknown) => work() } as unknown as UnitOfWork;
    const store = {
      end: () => (isAway ? Promise.reject(new Error('away')) : Promise.resolve(end)),
    } as unknown as AuditChainStore;
    const kept = {
      add: (note: SignedNote) => Promise.resolve(void notes.push(note)),
    } as unknown as AuditNotes;
    const log = {
      info: () => undefined,
      error: (message: string) => errors.push(message),
    } as unknown as Log;
    noting = new NoteEnd(unit, store, kept, seal, clock, log);
  });
  afterEach(() => noting.beforeApplicationShutdown());

  const endAt = (seq: number): ChainEnd => {
    const open = { seq, mac: `mac-${String(seq)}`, originId: 0, originMac: 'origin' };
    return { ...open, seal: seal.end(open) };
  };
  /** Lets a round come to its rest. */
  const rest = async () => {
    for (let turns = 0; turns < 20; turns++) await Promise.resolve();
    expect(clock.waiting).toBe(1);
  };
  const anHour = async () => {
    await clock.advance(HOUR);
    await rest();
  };

  it('is noted at boot, each hour in which it moved, and at the end, with a seal of ours', async () => {
    end = endAt(3);
    const boot = clock.now();
    noting.onApplicationBootstrap();
    await rest();
    await anHour();
    end = endAt(5);
    await anHour();
    end = endAt(6);
    await noting.beforeApplicationShutdown();
    expect(notes.map(({ at, seq }) => [at - boot, seq])).toEqual([
      [0, 3],
      [2 * HOUR, 5],
      [2 * HOUR, 6],
    ]);
    for (const note of notes) expect(note.seal).toBe(seal.note(note));
    expect(errors).toEqual([]);
  });

  it('is not noted before there is one, nor one that is not ours, which is told', async () => {
    noting.onApplicationBootstrap();
    await rest();
    end = { ...endAt(9), mac: 'altered' };
    await anHour();
    expect([notes, errors]).toEqual([[], ['The audit was altered']]);
  });

  it('is noted an hour later when the database was away', async () => {
    isAway = true;
    end = endAt(3);
    noting.onApplicationBootstrap();
    await rest();
    expect([notes, errors]).toEqual([[], ['The end of the audit could not be noted']]);
    isAway = false;
    await anHour();
    expect(notes.map(({ seq }) => seq)).toEqual([3]);
  });
});
