import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/platform/database/data-source-options.js';
import type { DatabaseLocation } from '../../src/platform/database/data-source-options.js';
import { InitialSchema1763769600000 } from '../../src/platform/database/migrations/1763769600000-initial-schema.js';

const id = (number: number): string =>
  `01a0aa00-0000-7000-8000-${String(number).padStart(12, '0')}`;

const DEVICE = id(1);
const AT_A_TIME = 500;
const THEN = 1_763_770_000_000;

/** The broadcast that the first release left paused. */
export const PAUSED = id(20);

/** Recipients of the paused broadcast: those who have their message, and those who wait. */
export const OF_PAUSED = { sent: 9, waiting: 20 } as const;

/**
 * A database as the first release made and left it: one finished broadcast to `recipients`, and one that is
 * paused in the middle, with a message of which nobody knows whether it left.
 */
export async function leaveFirstRelease(
  location: DatabaseLocation,
  dataDir: string,
  recipients: number,
): Promise<void> {
  const migrations = [InitialSchema1763769600000];
  const source = new DataSource({ ...dataSourceOptions(location), migrations });
  await source.initialize();
  try {
    await source.runMigrations();
    await source.query(
      `INSERT INTO devices (id, name, phone, active_phone, engine, state, state_since, linked_at, created_at, created_by)
       VALUES (?, 'Poli Anak', '+6281300000001', '+6281300000001', 'practice', 'ready', ?, ?, ?, 'Ibu Sari')`,
      [DEVICE, THEN, THEN, THEN],
    );
    await addBroadcast(source, { id: id(10), state: 'finished', sent: recipients });
    await addBroadcast(source, { id: PAUSED, state: 'paused', ...OF_PAUSED });
  } finally {
    await source.destroy();
  }
  mkdirSync(join(dataDir, 'practice', 'linked'), { recursive: true });
  writeFileSync(join(dataDir, 'practice', 'linked', DEVICE), '');
}

interface OldBroadcast {
  readonly id: string;
  readonly state: 'finished' | 'paused';
  readonly sent: number;
  readonly waiting?: number;
}

async function addBroadcast(source: DataSource, wish: OldBroadcast): Promise<void> {
  const { id: broadcastId, state, sent, waiting = 0 } = wish;
  const inFlight = state === 'paused' ? 1 : 0;
  const total = sent + waiting + inFlight;
  const importId = broadcastId.replace('-8000-', '-9000-');
  await source.query(
    `INSERT INTO recipient_imports (id, source, state, variable_names, accepted_count, recipient_count, broadcast_id, created_at, created_by)
     VALUES (?, 'freetext', 'ready', '["nama"]', ?, ?, ?, ?, ?)`,
    [importId, total, total, broadcastId, THEN, id(99)],
  );
  await source.query(
    `INSERT INTO broadcasts (id, title, text, device_id, recipient_import_id, revision, confirmed_by_id, confirmed_by, confirmed_at, confirmed_hash, created_by_id, created_by, created_at, updated_at)
     VALUES (?, 'Jadwal', 'Halo {nama}', ?, ?, 1, ?, 'Ibu Sari', ?, 'hash', ?, 'Ibu Sari', ?, ?)`,
    [broadcastId, DEVICE, importId, id(99), THEN, id(99), THEN, THEN],
  );
  await source.query(
    `INSERT INTO runs (broadcast_id, import_id, device_id, state, text, idempotency_key, started_by_id, started_by, started_at, total, n_sent, n_sending, n_pending)
     VALUES (?, ?, ?, ?, 'Halo {nama}', 'kunci', ?, 'Ibu Sari', ?, ?, ?, ?, ?)`,
    [broadcastId, importId, DEVICE, state, id(99), THEN, total, sent, inFlight, waiting],
  );
  for (let at = 0; at < total; at += AT_A_TIME) {
    const rows = Array.from({ length: Math.min(AT_A_TIME, total - at) }, (_, row) => at + row);
    const prefix = state === 'paused' ? '+62812000' : '+62812';
    await insert(source, 'recipients', rows, (row) => ({
      import_id: importId,
      row_no: row + 1,
      phone: `${prefix}${String(row).padStart(state === 'paused' ? 5 : 8, '0')}`,
      name: `Pasien ${String(row)}`,
      variables: '{}',
      state: stateOf(row, sent, inFlight),
      message_id: row < sent + inFlight ? `${broadcastId}-${String(row)}` : null,
      attempts: row < sent + inFlight ? 1 : 0,
    }));
  }
  await source.query(
    `INSERT INTO attempts (message_id, recipient_id, broadcast_id, number, epoch, claimed_at, outcome, recorded_at)
     SELECT message_id, id, ?, 1, 1, ?, CASE WHEN state = 'sent' THEN 'sent' END, CASE WHEN state = 'sent' THEN ${String(THEN)} END
     FROM recipients WHERE import_id = ? AND message_id IS NOT NULL`,
    [broadcastId, THEN, importId],
  );
}

const stateOf = (row: number, sent: number, inFlight: number): string => {
  if (row < sent) return 'sent';
  return row < sent + inFlight ? 'sending' : 'pending';
};

async function insert(
  source: DataSource,
  table: string,
  rows: readonly number[],
  columnsOf: (row: number) => Readonly<Record<string, string | number | null>>,
): Promise<void> {
  const values = rows.map(columnsOf);
  const names = Object.keys(values[0] ?? {});
  const places = `(${names.map(() => '?').join(', ')})`;
  await source.query(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES ${values.map(() => places).join(', ')}`,
    values.flatMap((value) => Object.values(value)),
  );
}
