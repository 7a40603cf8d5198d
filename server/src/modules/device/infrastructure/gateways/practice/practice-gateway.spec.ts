import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  HALO,
  POLI_ANAK,
  driven,
  link,
  sendTo,
  showCode,
} from '../../../testing/gateway-harness.js';
import type { PracticeHarness } from '../../../testing/practice-harness.js';
import { STEP, openPractice } from '../../../testing/practice-harness.js';
import { describeWhatsappGateway } from '../../../testing/whatsapp-gateway.suite.js';
import type { Handover } from './handover-journal.js';
import { addressMark } from './handover-journal.js';
import { PRACTICE_SCRIPT } from './practice-script.js';

describeWhatsappGateway('practice', () => openPractice());

describe('the practice engine', () => {
  let harness: PracticeHarness;

  beforeEach(async () => {
    harness = await openPractice();
  });

  afterEach(() => harness.close());

  const handovers = async (): Promise<Handover[]> => {
    const text = await readFile(join(harness.folder, 'handovers.jsonl'), 'utf8');
    return text.split('\n').flatMap((line) => (line ? [JSON.parse(line) as Handover] : []));
  };

  it('shows six codes of twenty seconds each, as WhatsApp Web does', async () => {
    const { news, clock } = harness;
    const { expiresAt } = await showCode(harness, POLI_ANAK);
    await harness.until(() => news.statesOf(POLI_ANAK).at(-1) === 'code-expired');
    const ends = news.codesOf(POLI_ANAK).map((code) => code.expiresAt - expiresAt);
    // Each code may be late by one step of the harness.
    ends.forEach((end, at) => {
      expect(Math.abs(end - at * 20_000)).toBeLessThanOrEqual(STEP * at);
    });
    expect(ends).toHaveLength(6);
    expect(clock.now()).toBeGreaterThanOrEqual(news.codesOf(POLI_ANAK)[5]?.expiresAt ?? Infinity);
  });

  it('remembers every message that it got, before it answers, without the number', async () => {
    await link(harness, POLI_ANAK);
    const phone = harness.numberWith('read');
    const { messageId } = await sendTo(harness, POLI_ANAK, phone);
    await sendTo(harness, POLI_ANAK, harness.numberWith('refused'));
    expect(await handovers()).toEqual([
      { messageId, address: addressMark('prima', phone), at: expect.any(Number) },
    ]);
    const text = await readFile(join(harness.folder, 'handovers.jsonl'), 'utf8');
    expect(text).not.toContain(phone.slice(3));
  });

  it('reads a file to its end and remembers what it was', async () => {
    await link(harness, POLI_ANAK);
    const path = join(harness.folder, 'denah.png');
    await writeFile(path, 'denah');
    const file = { kind: 'image', path, fileName: 'denah.png', mimeType: 'image/png' } as const;
    const address = `${harness.numberWith('read').slice(1)}@practice`;
    const send = (size: number) =>
      driven(
        harness,
        harness.gateway.messages.send(POLI_ANAK.id, `pesan-${size}`, address, {
          text: '',
          attachment: { ...file, size },
        }),
      );
    expect(await send(6)).toEqual({ kind: 'refused', reason: 'file-unreadable' });
    expect(await send(5)).toEqual({ kind: 'accepted' });
    const sha256 = createHash('sha256').update('denah').digest('hex');
    expect(await handovers()).toMatchObject([{ messageId: 'pesan-5', attachment: sha256 }]);
    await rm(path);
    expect(await send(5)).toEqual({ kind: 'refused', reason: 'file-unreadable' });
    expect(await handovers()).toHaveLength(1);
  });

  it('adds to what the process before it has written down', async () => {
    await link(harness, POLI_ANAK);
    const phone = harness.numberWith('read');
    await sendTo(harness, POLI_ANAK, phone);
    harness = await harness.restart();
    await driven(harness, harness.gateway.sessions.open(POLI_ANAK));
    await harness.until(() => harness.news.statesOf(POLI_ANAK).at(-1) === 'ready');
    await sendTo(harness, POLI_ANAK, phone);
    const [first, second] = await handovers();
    expect(second?.address).toBe(first?.address);
    expect(second?.messageId).not.toBe(first?.messageId);
  });

  it('cannot tell what became of a message that it could not write down', async () => {
    await link(harness, POLI_ANAK);
    await mkdir(join(harness.folder, 'handovers.jsonl'));
    const { outcome } = await sendTo(harness, POLI_ANAK, harness.numberWith('read'));
    expect(outcome.kind).toBe('unknown');
  });

  it('plays the same run for the same seed, however the sends interleave', async () => {
    const phones = Array.from({ length: 150 }, (_, at) => `+62813${String(at).padStart(8, '0')}`);
    const send = async (phone: string, { gateway }: PracticeHarness) => {
      const address = `${phone.slice(1)}@practice`;
      const outcome = await gateway.messages.send(POLI_ANAK.id, `m${phone}`, address, HALO);
      return [phone, outcome] as const;
    };
    await link(harness, POLI_ANAK);
    const together = await driven(
      harness,
      Promise.all(phones.map((phone) => send(phone, harness))),
    );
    const other = await openPractice();
    await link(other, POLI_ANAK);
    const oneByOne = new Map();
    for (const phone of [...phones].reverse()) {
      oneByOne.set(...(await driven(other, send(phone, other))));
    }
    await other.close();
    expect(new Map(together)).toEqual(oneByOne);
    expect(new Set(together.map(([, { kind }]) => kind))).toEqual(
      new Set(['accepted', 'refused', 'unknown']),
    );
  });

  it('says so on the screen when it cannot read what it had linked', async () => {
    await writeFile(join(harness.folder, 'linked.json'), 'not json');
    await driven(harness, harness.gateway.sessions.open(POLI_ANAK));
    await harness.until(() => harness.news.statesOf(POLI_ANAK).at(-1) === 'failed');
    expect(harness.news.reasons.get(POLI_ANAK.id)).toBe('engine-failed');
  });

  it('drops the connection now and then; what is sent meanwhile leaves afterwards', async () => {
    await harness.close();
    const outage = { share: 1, lasts: { min: 3_000, max: 3_000 } };
    harness = await openPractice({ ...PRACTICE_SCRIPT, outage });
    await link(harness, POLI_ANAK);
    await sendTo(harness, POLI_ANAK, harness.numberWith('read'));
    expect(harness.news.statesOf(POLI_ANAK).at(-1)).toBe('reconnecting');
    const { outcome } = await sendTo(harness, POLI_ANAK, harness.numberWith('read'));
    expect(outcome).toEqual({ kind: 'accepted' });
    expect(harness.news.statesOf(POLI_ANAK).slice(-3)).toEqual([
      'reconnecting',
      'ready',
      'reconnecting',
    ]);
    expect(await handovers()).toHaveLength(2);
  });
});
