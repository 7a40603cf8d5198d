import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { isDuplicateKey } from '../database/duplicate-key.js';
import { Clock } from '../kernel/clock.js';
import { Ids } from '../kernel/ids.js';

/** How long a job stays with a process of which nothing is heard, in milliseconds. */
const LASTS = 10 * 60 * 1000;

/** Jobs that one process of an installation does at a time, whichever is first. */
@Injectable()
export class JobLeases {
  private readonly holder: string;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    ids: Ids,
  ) {
    this.holder = ids.next();
  }

  /** Takes or keeps the job for the next ten minutes. False while another process has it. */
  async hold(name: string): Promise<boolean> {
    const now = this.clock.now();
    return this.database.run(async () => {
      const kept = await this.database.compareAndSet(
        `UPDATE job_leases SET holder = ?, expires_at = ?
         WHERE name = ? AND (holder = ? OR expires_at <= ?)`,
        [this.holder, now + LASTS, name, this.holder, now],
      );
      return kept || (await this.begin(name, now));
    });
  }

  /** Gives the job up. */
  async release(name: string): Promise<void> {
    await this.database.run(() =>
      this.database.affectedBy('DELETE FROM job_leases WHERE name = ? AND holder = ?', [
        name,
        this.holder,
      ]),
    );
  }

  private async begin(name: string, now: number): Promise<boolean> {
    try {
      await this.database.manager.query(
        'INSERT INTO job_leases (name, holder, expires_at) VALUES (?, ?, ?)',
        [name, this.holder, now + LASTS],
      );
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }
}
