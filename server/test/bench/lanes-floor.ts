import { randomUUID } from 'node:crypto';
import type { BenchDatabase, Statement } from './lanes-database.js';
import { importIdOf } from './lanes-ids.js';

/**
 * The least that at-most-once costs: before and after each message one durable update of its row by the
 * bare driver. With `attempts` the same two commits keep the history of attempts too, which the product
 * promises. No counters, no lease, no news.
 */
export class LanesFloor {
  private serial = 0;
  private first = 1;
  private messages = 0;

  private constructor(
    private readonly database: BenchDatabase,
    private readonly lanes: number,
    private readonly attempts: boolean,
  ) {}

  /**
   * @param lanes loops that send at the same time
   * @param attempts whether each commit also writes the row of the attempt
   */
  static open(database: BenchDatabase, lanes: number, attempts = false): Promise<LanesFloor> {
    return Promise.resolve(new LanesFloor(database, lanes, attempts));
  }

  /** Writes the rows of the next round. */
  async prepare(messages: number): Promise<void> {
    const { bare } = this.database;
    await bare(['DELETE FROM recipients', []]);
    await bare(['DELETE FROM attempts', []]);
    this.serial += 1;
    this.messages = messages;
    const perLane = messages / this.lanes;
    for (let at = 0; at < messages; at += 100) {
      const rows = Array.from({ length: 100 }, (_, row) => {
        const importId = importIdOf(this.serial, Math.floor((at + row) / perLane));
        return [at + row + 1, importId, at + row, `+62812${String(at + row).padStart(8, '0')}`];
      });
      await bare([
        `INSERT INTO recipients (id, import_id, row_no, phone, variables)
         VALUES ${rows.map(() => "(?, ?, ?, ?, '{}')").join(', ')}`,
        rows.flat(),
      ]);
    }
  }

  /** Sends everything of the round. */
  async send(): Promise<void> {
    const perLane = this.messages / this.lanes;
    await Promise.all(
      Array.from({ length: this.lanes }, async (_, lane) => {
        for (let at = 0; at < perLane; at++) await this.sendOne(this.first + lane * perLane + at);
      }),
    );
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private async sendOne(id: number): Promise<void> {
    const { bare } = this.database;
    const messageId = randomUUID();
    const importId = importIdOf(this.serial, 0);
    await bare(
      [
        "UPDATE recipients SET state = 'sending', message_id = ? WHERE id = ? AND state = 'pending'",
        [messageId, id],
      ],
      ...this.audited(
        `INSERT INTO attempts (message_id, recipient_id, broadcast_id, number, epoch, claimed_at)
         VALUES (?, ?, ?, 1, 1, ?)`,
        [messageId, id, importId, Date.now()],
      ),
    );
    await bare(
      ["UPDATE recipients SET state = 'sent' WHERE id = ? AND state = 'sending'", [id]],
      ...this.audited(
        "UPDATE attempts SET outcome = 'sent', recorded_at = ? WHERE message_id = ?",
        [Date.now(), messageId],
      ),
    );
  }

  private audited(...statement: Statement): Statement[] {
    return this.attempts ? [statement] : [];
  }
}
