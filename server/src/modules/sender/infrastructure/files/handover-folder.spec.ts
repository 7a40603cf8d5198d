import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '../../../../platform/kernel/fake-clock.js';
import { describeHandoverMarks } from '../../testing/handover-marks.suite.js';
import { KeptMarks } from '../../testing/kept-marks.js';
import { someId } from '../../testing/sender-tables.js';
import { HandoverFolder } from './handover-folder.js';

describeHandoverMarks('memory', () => {
  const marks = new KeptMarks();
  return { marks, reopen: () => marks, close: () => Promise.resolve() };
});

describeHandoverMarks('a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'prima-handovers-'));
  const clock = new FakeClock();
  const opened: HandoverFolder[] = [];
  const reopen = () => {
    const marks = new HandoverFolder(folder, clock);
    opened.push(marks);
    return marks;
  };
  return {
    marks: reopen(),
    reopen,
    close: async () => {
      for (const marks of opened) await marks.onApplicationShutdown();
      rmSync(folder, { recursive: true });
    },
  };
});

describe('the folder of marks', () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'prima-handovers-'));
  });
  afterEach(() => {
    rmSync(home, { recursive: true });
  });

  it('is for its owner alone, and takes nothing else in it for a mark', async () => {
    const folder = join(home, 'handovers');
    const marks = new HandoverFolder(folder, new FakeClock());
    writeFileSync(join(folder, 'README'), 'x');
    const to = { deviceId: someId(901), epoch: 1, recipientId: 1, messageId: 'p-1' };
    await marks.note({ ...to, broadcastId: someId(1) });
    const found = [];
    for await (const some of marks.all()) found.push(...some);
    expect(found).toHaveLength(1);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(readdirSync(folder).sort()).toEqual([someId(1), 'README']);
    expect(statSync(join(folder, someId(1))).mode & 0o777).toBe(0o600);
    await marks.onApplicationShutdown();
  });

  it('takes a mark that it cannot read for one that anybody may come before', async () => {
    const marks = new HandoverFolder(home, new FakeClock());
    writeFileSync(join(home, someId(1)), '17 p');
    writeFileSync(join(home, someId(2)), '');
    expect(await marks.of(someId(1))).toMatchObject({ upTo: Number.MAX_SAFE_INTEGER });
    expect(await marks.of(someId(2))).toBeNull();
  });
});
