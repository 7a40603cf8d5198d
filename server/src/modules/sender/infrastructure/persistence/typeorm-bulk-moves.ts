import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database/database.js';
import { BulkMoves } from '../../application/ports/bulk-moves.js';
import type { ResentBatch } from '../../application/ports/bulk-moves.js';

/** Moves in the table `recipients`, with the counters of the run in the same unit of work. */
@Injectable()
export class TypeOrmBulkMoves extends BulkMoves {
  constructor(private readonly database: Database) {
    super();
  }

  async cancelWaiting(broadcastId: string, limit: number, at: number): Promise<number> {
    const { moved } = await this.moveNext(broadcastId, 'pending', 0, limit, {
      set: "state = 'cancelled', reason = NULL, state_at = ?",
      parameters: [at],
      to: 'cancelled',
    });
    return moved;
  }

  async doubt(broadcastId: string, upToId: number, limit: number, at: number): Promise<number> {
    const { moved } = await this.moveNext(broadcastId, 'pending', 0, limit, {
      set: "state = 'unknown', reason = 'restored', state_at = ?",
      parameters: [at],
      to: 'unknown',
      upToId,
    });
    return moved;
  }

  async resendFailed(
    broadcastId: string,
    afterId: number,
    limit: number,
    decision: { readonly by: string; readonly at: number },
  ): Promise<ResentBatch> {
    return this.moveNext(broadcastId, 'failed', afterId, limit, {
      set: `state = 'pending', reason = NULL, state_at = ?,
            decision = 'resend', decided_by = ?, decided_at = ?`,
      parameters: [decision.at, decision.by, decision.at],
      to: 'pending',
    });
  }

  /** Moves the next `limit` of those in state `from`, in the order of the list. */
  private async moveNext(
    broadcastId: string,
    from: 'pending' | 'failed',
    afterId: number,
    limit: number,
    change: {
      set: string;
      parameters: unknown[];
      to: 'pending' | 'cancelled' | 'unknown';
      upToId?: number;
    },
  ): Promise<ResentBatch> {
    const importId = await this.importOf(broadcastId);
    if (importId === null) return { moved: 0, lastId: null };
    const range = [importId, from, afterId, change.upToId ?? Number.MAX_SAFE_INTEGER];
    // Whoever was erased keeps a state and has no number to send to.
    const inRange = `import_id = ? AND state = ? AND id > ? AND id <= ? AND phone LIKE '+%'`;
    const [last] = await this.database.manager.query<{ id: number | null }[]>(
      `SELECT MAX(id) AS id FROM (
         SELECT id FROM recipients WHERE ${inRange} ORDER BY id LIMIT ?
       ) AS batch`,
      [...range, limit],
    );
    const lastId = last?.id ?? null;
    if (lastId === null) return { moved: 0, lastId: null };
    const moved = await this.database.affectedBy(
      `UPDATE recipients SET ${change.set} WHERE ${inRange} AND id <= ?`,
      [...change.parameters, ...range, lastId],
    );
    await this.database.compareAndSet(
      `UPDATE runs SET n_${from} = n_${from} - ?, n_${change.to} = n_${change.to} + ?
       WHERE broadcast_id = ?`,
      [moved, moved, broadcastId],
    );
    return { moved, lastId };
  }

  private async importOf(broadcastId: string): Promise<string | null> {
    const [row] = await this.database.manager.query<{ import_id: string }[]>(
      'SELECT import_id FROM runs WHERE broadcast_id = ?',
      [broadcastId],
    );
    return row?.import_id ?? null;
  }
}
