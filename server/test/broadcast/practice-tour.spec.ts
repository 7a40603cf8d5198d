import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { PracticeTourResult } from '#contracts/broadcast.contract.js';
import type { TestClient } from '../support/test-client.js';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';
import { BroadcastCalls } from './broadcast-calls.js';

let server: TestServer;
let administrator: TestClient;

beforeAll(async () => {
  server = await startTestServer();
  administrator = await server.login();
});

afterAll(() => server.close());

it('Coba dengan perangkat latihan leads from nothing to the end of sending', async () => {
  const calls = new BroadcastCalls(server, administrator);
  const answers = await Promise.all([1, 2].map(() => administrator.post('/api/practice-tour')));
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  const [tour, again] = (await Promise.all(
    answers.map((answer) => answer.json()),
  )) as PracticeTourResult[];
  expect(again).toEqual(tour);

  const draft = await calls.until(
    await calls.get(tour?.broadcastId ?? ''),
    ({ device }) => device.status === 'authenticated',
  );
  expect(draft).toMatchObject({
    status: 'draft',
    device: { name: 'Perangkat latihan', engine: 'practice' },
    recipientCount: 44,
  });
  const confirmed = await calls.confirmed(draft);
  expect((await calls.send(confirmed)).status).toBe(202);
  const ended = await calls.until(confirmed, ({ status }) => status === 'finished');
  expect(ended.run?.total).toBe(44);

  const second = await administrator.post('/api/practice-tour');
  expect(second.status).toBe(409);
  expect(await second.json()).toMatchObject({ code: 'PRACTICE_TOUR.NOT_EMPTY' });
});
