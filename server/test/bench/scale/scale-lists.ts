import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecipientState } from '#contracts/recipient.contract.js';
import { broadcastIdOf, deviceIdOf, importIdOf } from '../lanes-ids.js';
import type { ScaleHouse } from './scale-house.js';

const THEN = 1_763_770_000_000;
const SOMEBODY = '00000000-0000-7000-8000-000000000099';
const AT_A_TIME = 1_000;

/** A broadcast whose list is written at once, as if it had been sent so far. */
export interface ScaleBroadcast {
  readonly serial: number;
  readonly device: number;
  readonly recipients: number;
  readonly run: 'paused' | 'finished';
  readonly stateOf: (row: number) => RecipientState;
}

/** Name of the recipient in that row: every tenth is a Siti, and one alone is called as the last. */
export const nameOf = (row: number, recipients: number): string => {
  if (row === recipients - 1) return 'Zulkarnaen';
  return row % 10 === 0 ? `Siti ${String(row)}` : `Pasien ${String(row)}`;
};

/** Number of the recipient in that row. */
export const phoneOf = (row: number): string => `+628${String(1_100_000_000 + row)}`;

/** Practice devices that are linked. */
export async function addDevices(house: ScaleHouse, count: number): Promise<void> {
  const linked = join(house.dataDir, 'practice', 'linked');
  mkdirSync(linked, { recursive: true });
  for (let device = 0; device < count; device++) {
    const phone = `+62813${String(device).padStart(8, '0')}`;
    await house.run(
      `INSERT INTO devices (id, name, phone, active_phone, engine, state, state_since, linked_at, created_at, created_by)
       VALUES (?, ?, ?, ?, 'practice', 'ready', ?, ?, ?, 'bench')`,
      [deviceIdOf(device), `Poli ${String(device)}`, phone, phone, THEN, THEN, THEN],
    );
    writeFileSync(join(linked, deviceIdOf(device)), '');
  }
}

/** Writes a broadcast with its list and its run, and answers its id. */
export async function addBroadcast(house: ScaleHouse, wish: ScaleBroadcast): Promise<string> {
  const { serial, device, recipients } = wish;
  const broadcastId = broadcastIdOf(serial, device);
  const importId = importIdOf(serial, device);
  const counts = new Map<RecipientState, number>();
  await house.run('BEGIN', []);
  for (let at = 0; at < recipients; at += AT_A_TIME) {
    const size = Math.min(AT_A_TIME, recipients - at);
    const values: (string | number)[] = [];
    for (let row = at; row < at + size; row++) {
      const state = wish.stateOf(row);
      counts.set(state, (counts.get(state) ?? 0) + 1);
      values.push(importId, row + 1, phoneOf(row), nameOf(row, recipients), state);
    }
    await house.run(
      `INSERT INTO recipients (import_id, row_no, phone, name, variables, state)
       VALUES ${Array.from({ length: size }, () => "(?, ?, ?, ?, '{}', ?)").join(', ')}`,
      values,
    );
  }
  await addHead(house, wish, counts);
  await house.run('COMMIT', []);
  return broadcastId;
}

async function addHead(
  house: ScaleHouse,
  { serial, device, recipients, run }: ScaleBroadcast,
  counts: ReadonlyMap<RecipientState, number>,
): Promise<void> {
  const [broadcastId, importId] = [broadcastIdOf(serial, device), importIdOf(serial, device)];
  const deviceId = deviceIdOf(device);
  await house.run(
    `INSERT INTO recipient_imports (id, source, state, variable_names, accepted_count, recipient_count, broadcast_id, created_at, created_by)
     VALUES (?, 'freetext', 'ready', '[]', ?, ?, ?, ?, ?)`,
    [importId, recipients, recipients, broadcastId, THEN, SOMEBODY],
  );
  await house.run(
    `INSERT INTO broadcasts (id, title, text, device_id, recipient_import_id, revision, confirmed_by_id, confirmed_by, confirmed_at, confirmed_hash, created_by_id, created_by, created_at, updated_at)
     VALUES (?, 'Jadwal', 'Halo {nama}', ?, ?, 1, ?, 'bench', ?, 'hash', ?, 'bench', ?, ?)`,
    [broadcastId, deviceId, importId, SOMEBODY, THEN, SOMEBODY, THEN, THEN],
  );
  const states = [...counts.keys()];
  await house.run(
    `INSERT INTO runs (broadcast_id, import_id, device_id, state, text, idempotency_key, started_by_id, started_by, started_at, finished_at, total${states.map((state) => `, n_${state}`).join('')})
     VALUES (?, ?, ?, ?, 'Halo {nama}', 'bench', ?, 'bench', ?, ?, ?${', ?'.repeat(states.length)})`,
    [
      ...[broadcastId, importId, deviceId, run, SOMEBODY, THEN],
      ...[run === 'finished' ? Date.now() : null, recipients, ...counts.values()],
    ],
  );
}
