import { Injectable } from '@nestjs/common';
import { EventBus } from '../../../platform/events/event-bus.js';
import { AuditLog } from '../../audit/index.js';
import type { ListedNumber } from '../domain/listed-number.js';
import { withoutAddresses } from '../domain/listed-number.js';
import { DoNotContactList, NumberListed } from './do-not-contact-list.js';
import type { OptOut } from './do-not-contact-list.js';
import { NewEntries } from './new-entries.js';
import { NumberFingerprints } from './number-fingerprints.js';
import { ListedNumbers } from './ports/listed-numbers.js';

/** In whose name the book keeps what happened without a person: as the other rooms write it. */
const SYSTEM = { id: 'system', name: 'system' } as const;

/** `DoNotContactList` on the stored list. */
@Injectable()
export class StoredDoNotContactList extends DoNotContactList {
  constructor(
    private readonly numbers: ListedNumbers,
    private readonly fingerprints: NumberFingerprints,
    private readonly entries: NewEntries,
    private readonly audit: AuditLog,
    private readonly events: EventBus,
  ) {
    super();
  }

  async listed(phones: readonly string[]): Promise<ReadonlySet<string>> {
    // Nothing is hashed for nothing: where training is all that happens, the list stays empty.
    if (phones.length === 0 || (await this.numbers.isEmpty())) return new Set();
    const byFingerprint = new Map(phones.map((phone) => [this.fingerprintOf(phone), phone]));
    const found = await this.numbers.listed([...byFingerprint.keys()]);
    return new Set([...found].map((fingerprint) => byFingerprint.get(fingerprint) ?? ''));
  }

  async has(phone: string): Promise<boolean> {
    return (await this.numbers.listed([this.fingerprintOf(phone)])).size > 0;
  }

  fingerprintOf(phone: string): string {
    return this.fingerprints.of(phone);
  }

  async optOut({ phone, messageId, at, device }: OptOut): Promise<void> {
    const entry: ListedNumber = {
      ...this.entries.of(phone, at),
      reason: 'opted-out',
      addedBy: null,
      device,
      messageId: withoutAddresses(messageId),
      note: null,
    };
    if (!(await this.numbers.add(entry))) return;
    await this.audit.record(SYSTEM, {
      action: 'do-not-contact.opt-out',
      subject: 'do-not-contact',
      subjectId: entry.id,
      details: { deviceId: device.id },
    });
    this.events.publish(new NumberListed(phone));
  }
}
