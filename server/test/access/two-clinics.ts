import type { DeviceView } from '#contracts/device.contract.js';
import { RunRepository } from '../../src/modules/sender/application/ports/run-repository.js';
import { Database } from '../../src/platform/database/database.js';
import { uploaded } from '../attachment/attachment-calls.js';
import { png } from '../attachment/some-files.js';
import { BroadcastCalls, THREE_PATIENTS } from '../broadcast/broadcast-calls.js';
import { DeviceCalls } from '../device/device-calls.js';
import { importText } from '../recipient/import-calls.js';
import type { TestClient } from '../support/test-client.js';
import type { TestServer } from '../support/test-server.js';
import type { Belongings } from './route-table.js';

/** Makes a device whose message is being sent, with a list and a file, in the name of `administrator`. */
export async function openClinic(
  server: TestServer,
  administrator: TestClient,
  number: number,
): Promise<Belongings> {
  const device: DeviceView = await new DeviceCalls(server, administrator).add({
    name: `Poli ${String(number)}`,
    phone: `0812-0000-00${String(number)}0`,
    engine: 'practice',
  });
  const { id: importId } = await importText(administrator, THREE_PATIENTS);
  const { id: attachmentId } = await uploaded(
    administrator,
    png(new Uint8Array([number])),
    'a.png',
  );
  const calls = new BroadcastCalls(server, administrator);
  const wish = { deviceId: device.id, recipientImportId: importId, attachmentId };
  const broadcast = await calls.create(wish);
  const [first] = await calls.recipients(broadcast);
  await startRun(server, { deviceId: device.id, importId, broadcastId: broadcast.id });
  return {
    deviceId: device.id,
    broadcastId: broadcast.id,
    importId,
    attachmentId,
    recipientId: first?.id ?? 0,
  };
}

/** A run as Kirim makes it; its first recipient has failed. */
async function startRun(
  server: TestServer,
  of: Pick<Belongings, 'deviceId' | 'importId' | 'broadcastId'>,
): Promise<void> {
  const [database, runs] = [server.app.get(Database), server.app.get(RunRepository)];
  await database.run(async () => {
    await runs.add({
      ...of,
      text: 'Yth. {nama}',
      attachmentId: null,
      attachmentSha256: null,
      idempotencyKey: 'first',
      startedById: of.deviceId,
      startedBy: 'Ibu',
      startedAt: server.clock.now(),
      total: 3,
      skipped: 0,
    });
    const [row] = await database.manager.query<{ id: number }[]>(
      'SELECT id FROM recipients WHERE import_id = ? ORDER BY id LIMIT 1',
      [of.importId],
    );
    await setState(database, row?.id ?? 0, 'failed');
    await database.affectedBy(
      'UPDATE runs SET n_pending = 2, n_failed = 1 WHERE broadcast_id = ?',
      [of.broadcastId],
    );
  });
}

/** What became of a recipient, as if it had been sent. In the caller's unit of work. */
export async function setState(database: Database, id: number, state: string): Promise<void> {
  await database.affectedBy('UPDATE recipients SET state = ? WHERE id = ?', [state, id]);
}
