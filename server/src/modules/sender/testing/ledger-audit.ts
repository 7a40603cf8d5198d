import type { Database } from '../../../platform/database/database.js';
import { RecipientState } from '#contracts/recipient.contract.js';

/**
 * What must hold at every moment between two units of work, checked in the tables themselves: the
 * counters of each run are what its recipients add up to, and no recipient has an attempt too many.
 *
 * @returns every breach as a sentence; empty when all is well
 */
export async function auditLedger(database: Database): Promise<string[]> {
  return database.run(async () => [
    ...(await countersAddUp(database)),
    ...(await attemptsFit(database)),
  ]);
}

async function countersAddUp({ manager }: Database): Promise<string[]> {
  const runs = await manager.query<Record<string, number | string>[]>('SELECT * FROM runs');
  const breaches: string[] = [];
  for (const run of runs) {
    const rows = await manager.query<{ state: string; n: number | string }[]>(
      'SELECT state, COUNT(*) AS n FROM recipients WHERE import_id = ? GROUP BY state',
      [run.import_id],
    );
    const found = new Map(rows.map(({ state, n }) => [state, Number(n)]));
    let sum = 0;
    for (const state of RecipientState.options) {
      const counted = Number(run[`n_${state}`]);
      sum += counted;
      if (counted !== (found.get(state) ?? 0)) {
        breaches.push(`${state}: counted ${counted}, found ${found.get(state) ?? 0}`);
      }
    }
    if (sum !== Number(run.total)) breaches.push(`sum ${sum} is not the total ${run.total ?? '?'}`);
  }
  return breaches;
}

async function attemptsFit({ manager }: Database): Promise<string[]> {
  const rows = await manager.query<{ id: number; attempts: number; n: number }[]>(
    `SELECT recipient.id, recipient.attempts, COUNT(attempt.message_id) AS n
     FROM recipients recipient
     JOIN runs run ON run.import_id = recipient.import_id
     LEFT JOIN attempts attempt
       ON attempt.broadcast_id = run.broadcast_id AND attempt.recipient_id = recipient.id
     GROUP BY recipient.id, recipient.attempts HAVING COUNT(attempt.message_id) <> recipient.attempts`,
  );
  return rows.map(({ id, attempts, n }) => `recipient ${id}: ${n} attempts, ${attempts} counted`);
}
