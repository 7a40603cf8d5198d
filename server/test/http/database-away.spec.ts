import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createConnection } from 'mysql2/promise';
import { AppModule } from '../../src/app.module.js';
import { PrepareFirstRun } from '../../src/modules/auth/index.js';
import { readConfig } from '../../src/platform/config/config.js';
import { createHttpApp } from '../../src/platform/http/http-app.js';
import { TcpProxy } from '../support/own/tcp-proxy.js';
import { RecordingLog } from '../support/recording-log.js';
import { describeWithMariaDb } from '../support/services.js';
import { TestClient } from '../support/test-client.js';

const ADMIN = { username: 'kepala', password: 'gajah ungu makan pepaya' };

describeWithMariaDb('while the database is away', (serverUrl) => {
  const schema = `prima_test_away_${String(process.pid)}`;
  const log = new RecordingLog();
  let dataDir: string;
  let line: TcpProxy;
  let app: NestExpressApplication;
  let browser: TestClient;

  const administrate = async (sql: string): Promise<void> => {
    const admin = await createConnection(serverUrl);
    await admin.query(sql);
    await admin.end();
  };

  beforeAll(async () => {
    await administrate(`CREATE DATABASE ${schema}`);
    dataDir = mkdtempSync(join(tmpdir(), 'prima-away-'));
    const server = new URL(serverUrl);
    line = await TcpProxy.open(Number(server.port || '3306'));
    server.port = String(line.port);
    server.pathname = schema;
    const config = readConfig({
      DATA_DIR: dataDir,
      PORT: '0',
      DATABASE_URL: server.href,
      WHATSAPP_ENGINES: 'practice',
      ADMIN_USERNAME: ADMIN.username,
      ADMIN_PASSWORD: ADMIN.password,
    });
    app = await createHttpApp(AppModule.with(config, log), log);
    await app.get(PrepareFirstRun).run();
    const listening = await app.listen(0, '127.0.0.1');
    const { port } = listening.address() as { port: number };
    browser = new TestClient(`http://127.0.0.1:${String(port)}`);
    expect((await browser.post('/api/auth/login', ADMIN)).status).toBe(200);
  }, 60_000);

  afterAll(async () => {
    line.restore();
    await app.close();
    await line.close();
    await administrate(`DROP DATABASE ${schema}`);
    rmSync(dataDir, { recursive: true, force: true });
  });

  const ready = async () => {
    const answer = await browser.get('/api/health/ready');
    return [answer.status, await answer.json()];
  };

  it('every request says so, and when to try again; ready is 503, and live is not', async () => {
    expect(await ready()).toEqual([200, { status: 'ok', missing: [] }]);
    line.cut();
    const wish = { name: 'Poli Anak', phone: '0813-0000-0100', engine: 'practice' };
    for (const answer of [
      await browser.get('/api/devices', { 'Accept-Language': 'id' }),
      await browser.post('/api/devices', wish),
      await browser.tab().post('/api/auth/login', ADMIN),
    ]) {
      expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '10']);
      expect(answer.headers.get('Content-Type')).toMatch(/^application\/problem\+json/u);
      expect(await answer.json()).toMatchObject({
        code: 'SERVER.DATABASE_AWAY',
        title: 'Sementara tidak tersedia',
        detail: expect.stringMatching(/^Database sedang tidak dapat dihubungi/u) as unknown,
      });
    }
    expect(await ready()).toEqual([503, { status: 'failing', missing: ['database'] }]);
    expect((await browser.get('/api/health/live')).status).toBe(200);
    const messages = log.lines.map(({ message }) => message);
    expect(messages).toContain('A request failed without the database');
  });

  it('one that is on its way when the line breaks says the same', async () => {
    line.restore();
    line.slowDown(150);
    const answered = browser.get('/api/devices');
    await new Promise((resolve) => setTimeout(resolve, 75));
    line.cut();
    expect((await answered).status).toBe(503);
    line.slowDown(0);
  });

  it('and all is well when it is back', async () => {
    line.restore();
    expect(await ready()).toEqual([200, { status: 'ok', missing: [] }]);
    expect((await browser.get('/api/devices')).status).toBe(200);
  });
});
