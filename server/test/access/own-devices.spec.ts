import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BroadcastPage, BroadcastSummary } from '#contracts/broadcast.contract.js';
import type { DeviceList, SentToday } from '#contracts/device.contract.js';
import type { RecipientPage } from '#contracts/recipient.contract.js';
import { Database } from '../../src/platform/database/database.js';
import { EventBus } from '../../src/platform/events/event-bus.js';
import { RunStateChanged } from '../../src/modules/sender/index.js';
import { refusal, uploaded } from '../attachment/attachment-calls.js';
import { png } from '../attachment/some-files.js';
import { importText } from '../recipient/import-calls.js';
import { nextEvents } from '../support/live-reader.js';
import type { TestClient } from '../support/test-client.js';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';
import type { Belongings } from './route-table.js';
import { openClinic, setState } from './two-clinics.js';

const LIST = 'nomor|nama\n081200000021|Sari';

describe('devices of one’s own', () => {
  let server: TestServer;
  let administrator: TestClient;
  let operator: TestClient;
  let own: Belongings;
  let foreign: Belongings;

  beforeAll(async () => {
    server = await startTestServer();
    administrator = await server.login();
    own = await openClinic(server, administrator, 1);
    foreign = await openClinic(server, administrator, 2);
    operator = await server.login('operator', [own.deviceId]);
  });

  afterAll(() => server.close());

  const read = async <T>(client: TestClient, path: string): Promise<T> =>
    (await (await client.get(path)).json()) as T;
  const draft = (client: TestClient, of: object) =>
    client.post('/api/broadcasts', { title: '', text: 'Halo', deviceId: own.deviceId, ...of });

  it('are all that lists and figures tell of', async () => {
    const devices = await read<DeviceList>(operator, '/api/devices');
    expect(devices.items.map(({ id }) => id)).toEqual([own.deviceId]);
    const sent = await read<SentToday>(operator, '/api/devices/sent-today');
    expect(sent.items.map(({ deviceId }) => deviceId)).toEqual([own.deviceId]);
    const page = await read<BroadcastPage>(operator, '/api/broadcasts');
    expect(page.items.map(({ id }) => id)).toEqual([own.broadcastId]);
    const foreigners = `/api/broadcasts?deviceId=${foreign.deviceId}`;
    expect((await read<BroadcastPage>(operator, foreigners)).items).toEqual([]);
    const summary = '/api/broadcasts/summary';
    expect(await read<BroadcastSummary>(operator, summary)).toMatchObject({ sending: 1, total: 1 });
    const all = await read<BroadcastSummary>(administrator, summary);
    expect(all).toMatchObject({ sending: 2, total: 2 });
  });

  it('may be none at all: then there is nothing', async () => {
    const nobody = await server.login('operator', []);
    expect((await read<BroadcastPage>(nobody, '/api/broadcasts')).items).toEqual([]);
    expect((await read<DeviceList>(nobody, '/api/devices')).items).toEqual([]);
    expect(await read<BroadcastSummary>(nobody, '/api/broadcasts/summary')).toMatchObject({
      total: 0,
    });
  });

  it('send no list and no file of somebody else', async () => {
    const { id: list } = await importText(administrator, LIST);
    const file = await uploaded(administrator, png(new Uint8Array([7])), 'b.png');
    const { id: mine } = await importText(operator, LIST);
    const wish = { recipientImportId: list };
    expect(await refusal(await draft(operator, wish))).toEqual([404, 'IMPORT.NOT_FOUND']);
    const withFile = { recipientImportId: mine, attachmentId: file.id };
    expect(await refusal(await draft(operator, withFile))).toEqual([404, 'ATTACHMENT.NOT_FOUND']);
    expect((await operator.get(`/api/recipient-imports/${list}`)).status).toBe(404);
    expect((await operator.get(`/api/attachments/${file.id}/content`)).status).toBe(404);
    expect((await administrator.get(`/api/recipient-imports/${mine}`)).status).toBe(200);
    const test = { deviceId: own.deviceId, text: 'Tes', phone: '081200000021', values: {} };
    const tried = await operator.post('/api/test-sends', { ...test, attachmentId: file.id });
    expect(await refusal(tried)).toEqual([404, 'ATTACHMENT.NOT_FOUND']);
  });

  it('are the only ones that a message can be moved to', async () => {
    const { id: list } = await importText(operator, LIST);
    const made = (await (await draft(operator, { recipientImportId: list })).json()) as {
      id: string;
    };
    const moved = await operator.put(`/api/broadcasts/${made.id}`, {
      title: '',
      text: 'Halo',
      deviceId: foreign.deviceId,
      recipientImportId: list,
      revision: 1,
    });
    expect(await refusal(moved)).toEqual([404, 'DEVICE.NOT_FOUND']);
    await operator.delete(`/api/broadcasts/${made.id}`);
  });

  it('are all that open streams tell of', async () => {
    const [theirs, everything] = [await nextEvents(operator), await nextEvents(administrator)];
    const events = server.app.get(EventBus);
    for (const { broadcastId, deviceId } of [foreign, own]) {
      events.publish(new RunStateChanged(broadcastId, deviceId, 'sending'));
    }
    const of = ({ broadcastId }: Belongings) => ({ type: 'broadcast-changed', broadcastId });
    expect(await theirs.next('broadcast-changed')).toEqual(of(own));
    expect(await everything.next('broadcast-changed')).toEqual(of(foreign));
    await theirs.close();
    await everything.close();
  });
});

describe('numbers of patients', () => {
  let server: TestServer;
  let own: Belongings;
  let viewer: TestClient;
  let operator: TestClient;

  beforeAll(async () => {
    server = await startTestServer();
    own = await openClinic(server, await server.login(), 1);
    viewer = await server.login('viewer');
    operator = await server.login('operator');
  });

  afterAll(() => server.close());

  const recipients = async (client: TestClient, query = '') => {
    const answer = await client.get(`/api/broadcasts/${own.broadcastId}/recipients${query}`);
    return ((await answer.json()) as RecipientPage).items;
  };

  it('are masked by the server for a viewer, and cannot be searched for', async () => {
    expect((await recipients(viewer)).map(({ phone }) => phone)).toEqual([
      '+62812****011',
      '+62812****012',
      '+62812****013',
    ]);
    expect((await recipients(operator))[0]?.phone).toBe('+6281200000011');
    expect(await recipients(viewer, '?search=0812-0000-0011')).toEqual([]);
    expect(await recipients(operator, '?search=0812-0000-0011')).toHaveLength(1);
    expect(await recipients(viewer, '?search=sari')).toHaveLength(1);
  });

  it('are decided about by an operator when sending failed, not when it is uncertain', async () => {
    const [, second] = await recipients(operator);
    const database = server.app.get(Database);
    const id = second?.id ?? 0;
    await database.run(() => setState(database, id, 'unknown'));
    const decide = (client: TestClient) =>
      client.post(`/api/recipients/${String(id)}/decision`, { kind: 'mark-sent' });
    expect(await refusal(await decide(operator))).toEqual([403, 'RECIPIENT.UNKNOWN_NOT_YOURS']);
    expect((await decide(await server.login('confirmer'))).status).toBe(200);
  });
});
