import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database/database.js';
import { RecipientNumbers } from '../../application/ports/recipient-numbers.js';
import type { WaitingNumber, Writer } from '../../application/ports/recipient-numbers.js';

/**
 * `RecipientNumbers` in the tables `recipients`, `runs` and `attempts`. Goes from the runs, of which there
 * are few, to the one recipient of that number in each: no index of its own has to be kept for it.
 */
@Injectable()
export class TypeOrmRecipientNumbers extends RecipientNumbers {
  constructor(private readonly database: Database) {
    super();
  }

  async reached({ phone, address }: Writer): Promise<string[]> {
    if (phone !== null && (await this.wasSentTo(phone))) return [phone];
    return address === null ? [] : this.ofAddress(address);
  }

  async waiting(phone: string): Promise<WaitingNumber[]> {
    const rows = await this.database.manager.query<{ id: number; device_id: string }[]>(
      `SELECT recipient.id, run.device_id
       FROM runs run JOIN recipients recipient
         ON recipient.import_id = run.import_id AND recipient.phone = ?
       WHERE run.state IN ('sending', 'paused') AND recipient.state = 'pending'`,
      [phone],
    );
    return rows.map((row) => ({ recipientId: row.id, deviceId: row.device_id }));
  }

  private async wasSentTo(phone: string): Promise<boolean> {
    const rows = await this.database.manager.query<unknown[]>(
      `SELECT recipient.id FROM runs run JOIN recipients recipient
         ON recipient.import_id = run.import_id AND recipient.phone = ?
       WHERE recipient.attempts > 0 LIMIT 1`,
      [phone],
    );
    return rows.length > 0;
  }

  private async ofAddress(address: string): Promise<string[]> {
    const rows = await this.database.manager.query<{ phone: string }[]>(
      `SELECT DISTINCT recipient.phone
       FROM attempts attempt JOIN recipients recipient ON recipient.id = attempt.recipient_id
       WHERE attempt.address = ?`,
      [address],
    );
    return rows.map((row) => row.phone);
  }
}
