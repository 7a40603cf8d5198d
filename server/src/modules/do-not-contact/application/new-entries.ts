import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/kernel/clock.js';
import { Ids } from '../../../platform/kernel/ids.js';
import type { ListedNumber } from '../domain/listed-number.js';
import { hintOf } from '../domain/listed-number.js';
import { NumberFingerprints } from './number-fingerprints.js';

/** What every new entry has: who it is about, without the number, and when. */
export type EntryStart = Pick<ListedNumber, 'id' | 'fingerprint' | 'hint' | 'at'>;

/** Begins entries of the list. */
@Injectable()
export class NewEntries {
  constructor(
    private readonly fingerprints: NumberFingerprints,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /**
   * @param phone E.164
   * @param saidAt when its owner asked for it; a moment that has not come yet counts as now: a wish from
   *   a phone whose clock is ahead must not look newer than a removal of today
   */
  of(phone: string, saidAt = Number.POSITIVE_INFINITY): EntryStart {
    return {
      id: this.ids.next(),
      fingerprint: this.fingerprints.of(phone),
      hint: hintOf(phone),
      at: Math.min(saidAt, this.clock.now()),
    };
  }
}
