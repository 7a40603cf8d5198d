import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeClock } from '../../../../../../../platform/kernel/fake-clock.js';
import { HandOverRecord } from './hand-over-record.js';

const KEY = 'true_6281200000021@c.us_A_out';
const NOBODY = { phone: null, lid: null };

describe('HandOverRecord', () => {
  let folder: string;
  let file: string;
  let clock: FakeClock;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hand-overs-'));
    file = join(folder, 'device/hand-overs.jsonl');
    clock = new FakeClock();
  });

  const opened: HandOverRecord[] = [];

  afterEach(async () => {
    await Promise.all(opened.splice(0).map((record) => record.close()));
    await rm(folder, { recursive: true });
  });

  function open(): HandOverRecord {
    const record = new HandOverRecord(file, clock);
    opened.push(record);
    return record;
  }

  it('proves after a crash what was begun and what was not', async () => {
    const before = open();
    await before.made('A');
    await before.made('B');
    await before.leaving('A', { key: KEY, phone: '6281200000021', lid: '9@lid' });
    // No close: the process was killed.
    const after = open();
    expect(after.proofOf('A')).toEqual({ kind: 'begun', key: KEY });
    expect(after.proofOf('B')).toEqual({ kind: 'not-begun' });
    expect(after.proofOf('C')).toEqual({ kind: 'unknown' });
    expect(after.phoneOf('9@lid')).toBe('6281200000021');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('keeps the promise that an id never leaves', async () => {
    const before = open();
    await before.made('A');
    await before.void('A');
    const after = open();
    expect(after.isVoid('A')).toBe(true);
    expect(after.proofOf('A')).toEqual({ kind: 'not-begun' });
  });

  it('knows of a step at once, before it is on the disk', async () => {
    const record = open();
    await record.made('A');
    const writing = record.leaving('A', { key: KEY, ...NOBODY });
    expect(record.proofOf('A')).toEqual({ kind: 'begun', key: KEY });
    await writing;
  });

  it('half a line of a killed process is no step, and harms no later one', async () => {
    const before = open();
    await before.made('A');
    await before.close();
    await appendFile(file, '{"id":"A","step":"leav');
    const after = open();
    expect(after.proofOf('A')).toEqual({ kind: 'not-begun' });
    await after.made('B');
    await after.close();
    expect(open().proofOf('B')).toEqual({ kind: 'not-begun' });
  });

  it('claims nothing when the file is lost', async () => {
    const before = open();
    await before.made('A');
    await before.close();
    await rm(file);
    expect(open().proofOf('A')).toEqual({ kind: 'unknown' });
  });

  it('forgets what nobody asks for any more', async () => {
    const before = open();
    await before.made('A');
    await before.close();
    await clock.advance(31 * 24 * 3_600_000);
    expect(open().proofOf('A')).toEqual({ kind: 'unknown' });
    expect(await readFile(file, 'utf8')).toBe('');
  });

  it('says so when it cannot write: then nothing may be handed over', async () => {
    const record = open();
    await rm(join(folder, 'device'), { recursive: true });
    await expect(record.leaving('A', { key: KEY, ...NOBODY })).rejects.toThrow('ENOENT');
    await expect(record.void('B')).rejects.toThrow('ENOENT');
    // Nobody can tell whether the line got there: so it counts as begun.
    expect(record.proofOf('A')).toEqual({ kind: 'begun', key: KEY });
  });
});
