import { describe, expect, it } from '@jest/globals';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import { broadcastView, idOf } from '../testing/broadcast-views.js';
import { awaitedEyes, isSendable } from './four-eyes.js';

const ME = { id: idOf(50) };
const MADE_BY = (n: number) => [{ id: idOf(n), name: 'Sari Dewi' }];
const eyes = (over: Partial<NonNullable<BroadcastView['fourEyes']>> = {}) => ({
  makers: MADE_BY(51),
  editorsUnknown: false,
  confirmationLost: false,
  ...over,
});

describe('whose Konfirmasi a message waits for', () => {
  it.each<[BroadcastView['status'], BroadcastView['fourEyes'], string | null, boolean]>([
    ['draft', null, null, false],
    ['draft', eyes(), 'mine', false],
    ['draft', eyes({ makers: MADE_BY(50) }), 'others', false],
    ['draft', eyes({ editorsUnknown: true }), 'unknown', false],
    ['confirmed', null, null, true],
    ['confirmed', eyes(), null, true],
    ['confirmed', eyes({ confirmationLost: true }), 'mine', false],
    ['confirmed', eyes({ confirmationLost: true, makers: MADE_BY(50) }), 'others', false],
    ['sending', null, null, false],
  ])('%s %j → %s, sendable: %s', (status, fourEyes, expected, sendable) => {
    const broadcast = broadcastView({ status, fourEyes });
    expect(awaitedEyes(broadcast, ME)).toBe(expected);
    expect(isSendable(broadcast)).toBe(sendable);
  });
});
