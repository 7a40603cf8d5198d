import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { UntilStored } from '../../../platform/database/until-stored.js';
import { DeviceDirectory } from '../../device/index.js';
import type { OptOutReceived } from '../../device/index.js';
import { DoNotContactList } from '../../do-not-contact/index.js';
import { RecipientNumbers } from './ports/recipient-numbers.js';

/**
 * Takes a wish for no more messages, from our recipients alone: what a stranger writes to the number of
 * the hospital is not for us, and must not fill the list.
 */
@Injectable()
export class TakeOptOut {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly numbers: RecipientNumbers,
    private readonly devices: DeviceDirectory,
    private readonly doNotContact: DoNotContactList,
    private readonly untilStored: UntilStored,
  ) {}

  /** Told again, or too late, it changes nothing. */
  async run({ deviceId, request }: OptOutReceived): Promise<void> {
    await this.untilStored.run(() =>
      this.unit.run(async () => {
        const phones = await this.numbers.reached(request);
        if (phones.length === 0) return;
        const { name } = await this.devices.get(deviceId, 'all');
        const { messageId, at } = request;
        for (const phone of phones) {
          await this.doNotContact.optOut({ phone, messageId, at, device: { id: deviceId, name } });
        }
      }),
    );
  }
}
