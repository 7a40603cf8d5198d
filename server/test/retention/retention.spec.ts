import { describe, expect, it } from '@jest/globals';
import type { AuditPage } from '#contracts/audit.contract.js';
import { Database } from '../../src/platform/database/database.js';
import { FakeClock } from '../../src/platform/kernel/fake-clock.js';
import { onMariaDb, onSqlite } from '../backup/installation.js';
import type { Installation } from '../backup/installation.js';
import { BroadcastCalls } from '../broadcast/broadcast-calls.js';
import { DeviceCalls } from '../device/device-calls.js';
import { describeWithMariaDb } from '../support/services.js';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';
import { filesWith, tablesWith } from './traces.js';

const DAY = 24 * 60 * 60 * 1000;

/** What must be nowhere when the time is over: a number, in every spelling, a name, a value, the text. */
const CANARIES = ['81200000077', 'Kenari Wulandari', 'poli-kenari', 'Teks kenari'];

const LIST = [
  'nomor|nama|poli',
  '081200000077|Kenari Wulandari|poli-kenari',
  '0812-0000-0078|Budi|Poli Paru',
  // Once more, and one that is none: both are in the report of the import.
  '+6281200000077|Kenari Wulandari|poli-kenari',
  '81200000077123456|Kenari Wulandari|poli-kenari',
].join('\n');

describeRetention('SQLite', () => Promise.resolve(onSqlite()));
describeWithMariaDb('retention', (serverUrl) => {
  describeRetention('MariaDB', () => onMariaDb(serverUrl));
});

function describeRetention(name: string, make: () => Promise<Installation>): void {
  describe(`the end of retention on ${name}`, () => {
    it('leaves nothing of the people in any table or file, and keeps the counts', async () => {
      const installation = await make();
      const { config } = installation;
      const clock = new FakeClock();
      const server = await startTestServer({ config: { ...config, retentionDays: 90 }, clock });
      let calls = new BroadcastCalls(server, await server.login());
      const device = await new DeviceCalls(server, await server.login()).addLinked();
      const draft = await calls.draft(device.id, LIST);
      const text = 'Teks kenari untuk {nama}, {poli}';
      const edited = await calls.edit(draft, { text });
      expect(edited.status).toBe(200);
      const broadcast = await calls.confirmed(await calls.get(draft.id));
      await calls.send(broadcast);
      await calls.until(broadcast, ({ status }) => status === 'finished');
      for (const canary of CANARIES) expect(await tablesWith(server, canary)).not.toEqual([]);

      await pass(server, 89 * DAY);
      calls = new BroadcastCalls(server, await server.login());
      expect((await calls.get(broadcast.id)).purgedAt).toBeNull();
      await pass(server, 2 * DAY);
      calls = new BroadcastCalls(server, await server.login());
      const after = await (async () => {
        for (;;) {
          const view = await calls.until(broadcast, ({ purgedAt }) => purgedAt !== null);
          if ((await calls.recipients(broadcast)).length === 0) return view;
        }
      })();
      expect(after).toMatchObject({ text: '', title: 'Kontrol', variableNames: [] });
      // Receipts may still have moved somebody on: everybody is in one state all the same.
      const counts = Object.values(after.run?.counts ?? {});
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
      expect(after.run).toMatchObject({ total: 2, state: 'finished', counts: { pending: 0 } });
      expect(after.recipientCount).toBe(2);
      expect(await calls.recipients(broadcast)).toEqual([]);
      const book = (await (await (await server.login()).get('/api/audit')).json()) as AuditPage;
      expect(book.items.map(({ action }) => action)).toContain('broadcast.purge');

      await server.app.get(Database).scrub();
      for (const canary of CANARIES) {
        expect(await tablesWith(server, canary)).toEqual([]);
        expect(filesWith(config.dataDir, canary)).toEqual([]);
      }
      await server.close();
      await installation.remove();
    }, 60_000);
  });
}

/** Lets whole days go by, and the hourly rounds in them. */
async function pass({ clock }: TestServer, milliseconds: number): Promise<void> {
  await clock.advance(milliseconds);
  for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve));
}
