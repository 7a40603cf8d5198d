import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { createConnection } from 'mysql2/promise';
import type { Connection } from 'mysql2/promise';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import type { CodeNeeded } from '#contracts/auth.contract.js';
import type { DeviceLink, DeviceView } from '#contracts/device.contract.js';
import type { RecoveryCodes, SecondFactorEnrolment } from '#contracts/second-factor.contract.js';
import { AppModule } from '../../src/app.module.js';
import { PrepareFirstRun } from '../../src/modules/auth/index.js';
import { readConfig } from '../../src/platform/config/config.js';
import { createHttpApp } from '../../src/platform/http/http-app.js';
import { PinoLog } from '../../src/platform/logging/log.js';
import { codeAt } from '../support/authenticator.js';
import { SourceImportChild } from '../support/source-import-child.js';
import { describeWithMariaDb } from '../support/services.js';
import { TestClient } from '../support/test-client.js';

const ADMIN = { username: 'kepala', password: 'gajah ungu makan pepaya' };
const NAME = 'Kenari Burhanuddin';
const METRICS_TOKEN = 'mCq7Zt0vXn2bKfR9wLs4Yd6HgJp8Ae1U';
const TEXT = 'Hasil laboratorium kenari merah';
/** In whatever form it is written. */
const NUMBER = '81299000777';

describeWithMariaDb('what people entrusted to us', (serverUrl) => {
  const schema = `prima_test_canary_${String(process.pid)}`;
  const redisUrl = process.env.TEST_REDIS_URL ?? '';
  const log: string[] = [];
  const onRedis: string[] = [];
  const refusals: string[] = [];
  let qr = '';
  let admin: Connection;
  let redis: Redis;
  let monitor: Redis;
  let dataDir: string;
  let app: NestExpressApplication;
  let browser: TestClient;

  beforeAll(async () => {
    admin = await createConnection(serverUrl);
    await admin.query(`CREATE DATABASE ${schema}`);
    redis = new Redis(redisUrl);
    monitor = await redis.monitor();
    monitor.on('monitor', (_time: string, args: string[]) => {
      const command = args.join(' ');
      if (command.includes(schema)) onRedis.push(command);
    });
    dataDir = mkdtempSync(join(tmpdir(), 'prima-canary-'));
    const config = readConfig({
      DATA_DIR: dataDir,
      PORT: '0',
      DATABASE_URL: `${serverUrl}/${schema}`,
      REDIS_URL: redisUrl,
      REDIS_PREFIX: schema,
      WHATSAPP_ENGINES: 'practice',
      PRACTICE_PACE_SECONDS: '0.01',
      METRICS_TOKEN,
      ADMIN_USERNAME: ADMIN.username,
      ADMIN_PASSWORD: ADMIN.password,
    });
    const everything = new PinoLog('debug', { write: (line) => log.push(line) });
    const root = AppModule.with(config, everything, { modules: [SourceImportChild] });
    app = await createHttpApp(root, everything);
    await app.get(PrepareFirstRun).run();
    const server = await app.listen(0, '127.0.0.1');
    const { port } = server.address() as { port: number };
    browser = new TestClient(`http://127.0.0.1:${String(port)}`);
  }, 60_000);

  afterAll(async () => {
    await app.close();
    monitor.disconnect();
    redis.disconnect();
    await admin.query(`DROP DATABASE ${schema}`);
    await admin.end();
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** A request that goes well; `T` is what it answers. */
  const ask = async <T>(method: string, path: string, body?: unknown, key?: string): Promise<T> => {
    const headers: Record<string, string> = key === undefined ? {} : { 'Idempotency-Key': key };
    const answer = await browser.send(method, path, { body, headers });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${text}`);
    return JSON.parse(text === '' ? 'null' : text) as T;
  };

  /** A request that is refused or fails; its answer is kept. */
  const fail = async (status: number, ...[method, path, given]: Parameters<TestClient['send']>) => {
    const answer = await browser.send(method, path, given);
    refusals.push(await answer.text());
    expect([path, answer.status]).toEqual([path, status]);
  };

  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    for (const deadline = Date.now() + 20_000; !(await holds());) {
      if (Date.now() > deadline) throw new Error('It did not come to that');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };

  /** Switches the second factor on and comes in with it; answers what nobody else may ever read. */
  const enrol = async (): Promise<string[]> => {
    const path = '/api/auth/second-factor';
    const offer = await ask<SecondFactorEnrolment>('POST', `${path}/enrolment`);
    const code = codeAt(offer.secret, Date.now());
    const { codes } = await ask<RecoveryCodes>('POST', path, { ...offer, code });
    const { pending } = await ask<CodeNeeded>('POST', '/api/auth/login', ADMIN);
    await fail(422, 'POST', '/api/auth/login/code', { body: { pending, code } });
    await ask('POST', '/api/auth/login/code', { pending, code: codes[0] });
    // Not the six digits: some moment in a log may have them. The recovery codes go the same way.
    return [offer.secret, offer.enrolment, pending, ...codes];
  };

  const linkDevice = async (): Promise<string> => {
    const wish = { name: 'Poli Anak', phone: '0813-0000-0100', engine: 'practice' };
    const { id } = await ask<DeviceView>('POST', '/api/devices', wish);
    const path = `/api/devices/${id}/link`;
    await ask('POST', path, {});
    await until(async () => (await ask<DeviceLink>('GET', path)).challenge !== null);
    qr = (await ask<DeviceLink>('GET', path)).challenge?.code ?? '';
    await ask('POST', `${path}/simulated-scan`, {});
    await until(async () => (await ask<DeviceLink>('GET', path)).device.state === 'ready');
    return id;
  };

  const sendAll = async (deviceId: string): Promise<string> => {
    const lines = [
      `0812-9900-0777|${NAME}`,
      '+6281299000778|Lain',
      `0${NUMBER}|${NAME}`,
      `x|${NAME}`,
    ];
    const list = await ask<{ id: string }>('POST', '/api/recipient-imports/freetext', {
      text: lines.join('\n'),
    });
    const { id, revision } = await ask<BroadcastView>('POST', '/api/broadcasts', {
      title: 'Uji',
      deviceId,
      text: `${TEXT} {nama}`,
      recipientImportId: list.id,
    });
    await ask('POST', `/api/broadcasts/${id}/confirm`, { revision });
    await ask('POST', `/api/broadcasts/${id}/send`, {}, 'canary-walk-1');
    await until(
      async () => (await ask<BroadcastView>('GET', `/api/broadcasts/${id}`)).status === 'finished',
    );
    return id;
  };

  const failEverywhere = async (deviceId: string, broadcastId: string): Promise<void> => {
    const many = `${TEXT} ${NAME} 0${NUMBER} `.repeat(200);
    await fail(400, 'POST', '/api/broadcasts', {
      body: { title: '', deviceId, text: many.repeat(5) },
    });
    await fail(413, 'POST', '/api/broadcasts', { body: { text: many.repeat(50) } });
    await fail(404, 'GET', `/api/nothing?name=${encodeURIComponent(NAME)}&phone=${NUMBER}`, {});
    await fail(404, 'GET', `/api/devices/62${NUMBER}`, {});
    await fail(409, 'POST', `/api/broadcasts/${broadcastId}/confirm`, { body: { revision: 99 } });
    const form = new FormData();
    form.append('file', new Blob([many]), `${NAME} 0${NUMBER}.exe`);
    // Taken, and refused when it is looked into: the report is asked for, not the refusal of a request.
    await browser.send('POST', '/api/recipient-imports', { body: form });
    // A fault of the database, whose message has the values of the statement in it.
    await admin.query(`RENAME TABLE ${schema}.devices TO ${schema}.devices_away`);
    await fail(500, 'POST', '/api/devices', {
      body: { name: NAME, phone: `0${NUMBER}`, engine: 'practice' },
    });
    await admin.query(`RENAME TABLE ${schema}.devices_away TO ${schema}.devices`);
  };

  it('stands in no log, no metric, no message on Redis and no refusal after a walk with faults', async () => {
    await ask('POST', '/api/auth/login', ADMIN);
    await fail(401, 'POST', '/api/auth/login', { body: { username: NAME, password: TEXT } });
    const secrets = await enrol();
    const deviceId = await linkDevice();
    const broadcastId = await sendAll(deviceId);
    await failEverywhere(deviceId, broadcastId);
    await once(monitor, 'monitor');
    const authorized = { Authorization: `Bearer ${METRICS_TOKEN}` };
    const metrics = [await (await browser.get('/metrics', authorized)).text()];

    const keys = await redis.keys(`${schema}*`);
    const all = { log, metrics, onRedis, refusals, keys };
    expect(qr.length).toBeGreaterThan(10);
    expect(log.some((line) => line.includes('A request failed unexpectedly'))).toBe(true);
    expect(metrics[0]).toMatch(/^prima_messages_total\{.*"accepted"\} [1-9]/mu);
    expect(onRedis.some((command) => command.startsWith('publish'))).toBe(true);
    const known = [NAME, TEXT, NUMBER, '9900-0777', qr, ADMIN.password, METRICS_TOKEN];
    for (const canary of [...known, ...secrets]) {
      for (const [place, texts] of Object.entries(all))
        expect([place, texts.filter((text) => text.includes(canary))]).toEqual([place, []]);
    }
    for (const line of log) {
      expect(line.endsWith('}\n') && !line.trimEnd().includes('\n')).toBe(true);
    }
    const failed = log.find((line) => line.includes('A request failed unexpectedly')) ?? '';
    const { requestId } = JSON.parse(refusals.at(-1) ?? '{}') as { requestId: string };
    expect(JSON.parse(failed)).toMatchObject({ requestId, level: 'error' });
  }, 60_000);
});
