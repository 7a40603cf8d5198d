import { Injectable } from '@nestjs/common';
import type { DoNotContactFilter, DoNotContactPage } from '#contracts/do-not-contact.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { entryView } from './entry-view.js';
import { NumberFingerprints } from './number-fingerprints.js';
import { ListedNumbers } from './ports/listed-numbers.js';
import { readNumber } from './read-number.js';

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The list for administrators, newest first, or whether one number is on it. */
@Injectable()
export class ListNumbers {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly numbers: ListedNumbers,
    private readonly fingerprints: NumberFingerprints,
  ) {}

  /** Refuses PHONE.NOT_A_NUMBER for a search, and REQUEST.INVALID for a cursor that we never gave out. */
  async run({ cursor, limit, search }: DoNotContactFilter): Promise<DoNotContactPage> {
    const before = cursor === undefined ? null : placeOf(cursor);
    const fingerprint =
      search === undefined ? undefined : this.fingerprints.of(readNumber(search, '/search'));
    // One more than asked for tells whether there is a next page.
    const found = await this.unit.run(() =>
      this.numbers.newest({ fingerprint, before, limit: limit + 1 }),
    );
    const items = found.slice(0, limit);
    const last = items.at(-1);
    const nextCursor = found.length > limit && last !== undefined ? last.id : null;
    return { items: items.map(entryView), nextCursor };
  }
}

function placeOf(cursor: string): string {
  if (UUID.test(cursor)) return cursor;
  throw new DomainError('REQUEST.INVALID', {}, [
    { pointer: '/cursor', code: 'REQUEST.FIELD_INVALID' },
  ]);
}
