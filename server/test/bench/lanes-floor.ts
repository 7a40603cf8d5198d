import type { BenchDatabase } from './lanes-database.js';
import { importIdOf } from './lanes-ids.js';

/**
 * The least that at-most-once costs: before and after each message one durable update of its row by the
 * bare driver. No attempt, no counters, no lease, no news.
 */
export class LanesFloor {
  private serial = 0;
  private first = 1;
  private messages = 0;

  private constructor(
    private readonly database: BenchDatabase,
    private readonly lanes: number,
  ) {}

  /** @param lanes loops that send at the same time */
  static open(database: BenchDatabase, lanes: number): Promise<LanesFloor> {
    return Promise.resolve(new LanesFloor(database, lanes));
  }

  /** Writes the rows of the next round. */
  async prepare(messages: number): Promise<void> {
    const { bare } = this.database;
    await bare('DELETE FROM recipients', []);
    this.serial += 1;
    this.messages = messages;
    const perLane = messages / this.lanes;
    for (let at = 0; at < messages; at += 100) {
      const rows = Array.from({ length: 100 }, (_, row) => {
        const importId = importIdOf(this.serial, Math.floor((at + row) / perLane));
        return [at + row + 1, importId, at + row, `+62812${String(at + row).padStart(8, '0')}`];
      });
      await bare(
        `INSERT INTO recipients (id, import_id, row_no, phone, variables)
         VALUES ${rows.map(() => "(?, ?, ?, ?, '{}')").join(', ')}`,
        rows.flat(),
      );
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
    await bare(
      "UPDATE recipients SET state = 'sending', message_id = ? WHERE id = ? AND state = 'pending'",
      [`floor-${String(this.serial)}-${String(id)}`, id],
    );
    await bare("UPDATE recipients SET state = 'sent' WHERE id = ? AND state = 'sending'", [id]);
  }
}
