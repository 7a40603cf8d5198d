import { describe, expect, it } from '@jest/globals';
import { SOME_CONFIRMATION, someBroadcast, someId } from '../testing/some-broadcast.js';
import {
  assertRevision,
  assertUnconfirmed,
  changeBroadcast,
  changedParts,
  confirmBroadcast,
  confirmationOf,
  draftBroadcast,
  editBroadcast,
  statusOf,
  titleOf,
} from './broadcast.js';
import type { BroadcastContent } from './broadcast.js';

const DEED = { byId: someId(903), by: 'Bu Sari', at: 1_763_000_120_000 };

const PARTS: Readonly<Record<string, string>> = {
  title: 'message',
  text: 'message',
  attachmentId: 'attachment',
  deviceId: 'device',
  recipientImportId: 'recipients',
};

describe('what an edit does', () => {
  const content = ({
    title,
    text,
    attachmentId,
    deviceId,
    recipientImportId,
  }: BroadcastContent): BroadcastContent => ({
    title,
    text,
    attachmentId,
    deviceId,
    recipientImportId,
  });
  const confirmed = someBroadcast({ confirmation: SOME_CONFIRMATION, revision: 3 });

  it.each([
    ['title', { title: 'Lain' }],
    ['text', { text: 'Lain' }],
    ['attachmentId', { attachmentId: someId(31) }],
    ['deviceId', { deviceId: someId(12) }],
    ['recipientImportId', { recipientImportId: someId(22) }],
  ])('another %s takes the confirmation back and says who did it', (part, change) => {
    const edited = { ...content(confirmed), ...change };
    expect(changedParts(confirmed, edited)).toEqual([part]);
    expect(editBroadcast(confirmed, edited, DEED)).toEqual({
      ...confirmed,
      ...change,
      revision: 4,
      confirmation: null,
      editors: { [PARTS[part] ?? '']: { id: DEED.byId, name: DEED.by } },
      unconfirmed: { by: DEED.by, at: DEED.at },
      updatedAt: DEED.at,
      purgedAt: null,
    });
  });

  it('nothing, when nothing was changed', () => {
    expect(editBroadcast(confirmed, content(confirmed), DEED)).toBe(confirmed);
  });

  it('keeps who took the confirmation back first', () => {
    const once = changeBroadcast(confirmed, ['recipients'], DEED);
    const twice = changeBroadcast(once, ['recipients'], {
      byId: someId(904),
      by: 'Pak Joko',
      at: DEED.at + 1,
    });
    expect(twice.unconfirmed).toEqual({ by: DEED.by, at: DEED.at });
    expect(twice.editors).toEqual({ recipients: { id: someId(904), name: 'Pak Joko' } });
    expect(twice.revision).toBe(5);
  });

  it('takes nothing back from a draft', () => {
    expect(changeBroadcast(someBroadcast(), ['recipients'], DEED).unconfirmed).toBeNull();
  });

  it('adds nothing to the content that is not part of it', () => {
    const start = { byId: someId(901), by: 'Ibu Rina', at: 1 };
    const smuggled = { ...content(someBroadcast()), confirmation: SOME_CONFIRMATION, revision: 9 };
    expect(draftBroadcast(someId(1), smuggled, start)).toMatchObject({
      revision: 1,
      confirmation: null,
    });
    expect(editBroadcast(someBroadcast(), { ...smuggled, text: 'x' }, DEED)).toMatchObject({
      revision: 2,
      confirmation: null,
    });
  });
});

describe('Konfirmasi', () => {
  it('stands by its name, and ends the notice that one was taken back', () => {
    const before = someBroadcast({ confirmation: SOME_CONFIRMATION });
    const draft = changeBroadcast(before, ['recipients'], DEED);
    expect(confirmBroadcast(draft, SOME_CONFIRMATION)).toEqual({
      ...draft,
      confirmation: SOME_CONFIRMATION,
      unconfirmed: null,
      updatedAt: SOME_CONFIRMATION.at,
    });
  });

  it('is given once', () => {
    const confirmed = someBroadcast({ confirmation: SOME_CONFIRMATION });
    const refused = {
      code: 'BROADCAST.ALREADY_CONFIRMED',
      params: { by: 'Pak Budi', at: '2025-11-13T02:14:20.000Z' },
    };
    expect(thrown(() => confirmBroadcast(confirmed, SOME_CONFIRMATION))).toMatchObject(refused);
    expect(
      thrown(() => {
        assertUnconfirmed(confirmed);
      }),
    ).toMatchObject(refused);
  });

  it('is needed for Kirim', () => {
    expect(confirmationOf(someBroadcast({ confirmation: SOME_CONFIRMATION }))).toBe(
      SOME_CONFIRMATION,
    );
    expect(() => confirmationOf(someBroadcast())).toThrow('BROADCAST.NOT_CONFIRMED');
  });

  it('is for the revision that was seen', () => {
    const broadcast = someBroadcast({ revision: 3 });
    expect(() => {
      assertRevision(broadcast, 3);
    }).not.toThrow();
    for (const other of [2, 4]) {
      expect(() => {
        assertRevision(broadcast, other);
      }).toThrow('BROADCAST.CHANGED');
    }
  });
});

describe('the one word for how a broadcast stands', () => {
  it.each([
    ['draft', null, null],
    ['confirmed', SOME_CONFIRMATION, null],
    ['sending', SOME_CONFIRMATION, 'sending'],
    ['paused', SOME_CONFIRMATION, 'paused'],
    ['finished', SOME_CONFIRMATION, 'finished'],
    ['cancelled', SOME_CONFIRMATION, 'cancelled'],
  ] as const)('is %s', (status, confirmation, run) => {
    expect(statusOf({ confirmation }, run)).toBe(status);
  });
});

const FILE = {
  id: someId(31),
  kind: 'document',
  fileName: 'jadwal.pdf',
  mimeType: 'application/pdf',
  size: 1,
  createdAt: '2026-11-22T02:00:00.000Z',
} as const;

it('calls a broadcast without a title and text by its file', () => {
  expect(titleOf({ title: '', text: '', attachment: FILE })).toBe('jadwal.pdf');
});

it('calls a broadcast without a title by its first line', () => {
  expect(titleOf({ title: 'Judul', text: 'Satu\nDua', attachment: FILE })).toBe('Judul');
  expect(titleOf({ title: '', text: 'Satu\nDua', attachment: FILE })).toBe('Satu');
});

function thrown(work: () => unknown): unknown {
  try {
    work();
    return null;
  } catch (error) {
    return error;
  }
}
