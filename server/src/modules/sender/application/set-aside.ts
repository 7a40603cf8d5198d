import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { stepOf } from '../domain/recipient-machine.js';
import { MoveRecipient } from './move-recipient.js';
import { Ledger } from './ports/ledger.js';

/** Takes a recipient to whom nothing was handed over out of the queue. */
@Injectable()
export class SetAside {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly moves: MoveRecipient,
  ) {}

  /** The number has no WhatsApp: nobody needs to try again. */
  async notOnWhatsapp(recipientId: number): Promise<void> {
    await this.move(recipientId, 'skip', 'not-on-whatsapp');
  }

  /** They want no more messages. */
  async optedOut(recipientId: number): Promise<void> {
    await this.move(recipientId, 'skip', 'opted-out');
  }

  /** Whether the number has WhatsApp could not be found out: a person may have it tried again. */
  async lookupUnavailable(recipientId: number): Promise<void> {
    await this.move(recipientId, 'give-up', 'lookup-unavailable');
  }

  /** Does nothing when the recipient does not wait any more. */
  private async move(
    recipientId: number,
    happening: 'skip' | 'give-up',
    reason: 'not-on-whatsapp' | 'opted-out' | 'lookup-unavailable',
  ): Promise<void> {
    await this.unit.run(async () => {
      const entry = await this.ledger.hold(recipientId, 'all');
      const to = entry && stepOf(entry.state, happening);
      if (entry && to) await this.moves.run(entry, to, { reason });
    });
  }
}
