import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { addressOf, runProduct } from '../support/product-process.js';
import type { ProgramRun } from '../support/product-process.js';
import { enrol } from '../support/authenticator.js';
import { TestClient } from '../support/test-client.js';

const SOMEBODY = {
  displayName: 'Ibu Sari',
  username: 'sari',
  password: 'gajah ungu makan pepaya',
};

describe('the server as a process', () => {
  let dataDir: string;
  const running: ProgramRun[] = [];

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'prima-process-'));
  });

  afterEach(async () => {
    for (const run of running.splice(0)) {
      run.child.kill('SIGKILL');
      await run.ended;
    }
    rmSync(dataDir, { recursive: true, force: true });
  });

  const run = (environment: Readonly<Record<string, string>> = {}, program = 'main.js') => {
    const started = runProduct(program, { DATA_DIR: dataDir, PORT: '0', ...environment });
    running.push(started);
    return started;
  };

  /** The exit code and what it said, of a start that is refused. */
  const refusal = async (started: ProgramRun) => {
    const code = await started.ended;
    expect(started.output()).toBe('');
    return { code, lines: started.errors().trimEnd().split('\n') };
  };

  it('prints a setup link last, which works, and stops cleanly at Ctrl-C', async () => {
    const server = run();
    const url = await addressOf(server);
    expect(server.output()).toMatch(/└─+┘\n$/u);
    const token = /\/setup\?token=([\w-]{43}) /u.exec(server.output())?.[1];
    const browser = new TestClient(url);
    expect((await browser.post('/api/auth/setup', { ...SOMEBODY, token })).status).toBe(201);
    const live = await browser.get('/api/live');
    expect(live.status).toBe(200);
    server.child.kill('SIGINT');
    expect(await server.ended).toBe(0);
    expect(server.errors()).toBe('');
    await live.body?.cancel().catch(() => undefined);

    const again = run();
    await addressOf(again);
    expect(again.output()).not.toContain('/setup');
    again.child.kill('SIGTERM');
    expect(await again.ended).toBe(0);
  });

  it('is one per data folder', async () => {
    await addressOf(run());
    const { code, lines } = await refusal(run());
    expect([code, lines.length]).toEqual([1, 1]);
    expect(lines[0]).toContain(`sudah berjalan dengan folder data ${dataDir}`);
  });

  it('says that its port is taken, and touches no data', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, lines } = await refusal(run({ PORT: String(port) }));
    expect([code, lines.length]).toEqual([1, 1]);
    expect(lines[0]).toContain(`Port ${String(port)} sudah dipakai`);
    other.close();
  });

  it('names every setting that cannot work, a line each', async () => {
    const { code, lines } = await refusal(run({ PORT: 'many', ROLE: 'worker' }));
    expect(code).toBe(78);
    expect(lines).toHaveLength(2);
    expect(lines.join('\n')).toMatch(/PORT .*\n.*ROLE /u);
  });

  it('says that its data folder cannot be written', async () => {
    const file = join(dataDir, 'file');
    writeFileSync(file, '');
    const { code, lines } = await refusal(run({ DATA_DIR: join(file, 'data') }));
    expect([code, lines.length]).toEqual([1, 1]);
    expect(lines[0]).toContain('tidak dapat ditulisi (ENOTDIR)');
  });

  it('says that its database file is damaged', async () => {
    writeFileSync(
      join(dataDir, 'prima.db'),
      'not a database, but long enough to look at '.repeat(99),
    );
    const { code, lines } = await refusal(run());
    expect([code, lines.length]).toEqual([1, 1]);
    expect(lines[0]).toContain('SQLITE_NOTADB');
  });

  it('says that its database server does not answer, without its password', async () => {
    const DATABASE_URL = 'mysql://prima:geheim@127.0.0.1:1/prima';
    const { code, lines } = await refusal(run({ DATABASE_URL }));
    expect([code, lines.length]).toEqual([1, 1]);
    expect(lines[0]).toMatch(/^✗ DATABASE_URL: /u);
    expect(lines[0]).not.toContain('geheim');
  });

  it('lets an administrator back in by admin:reset, only while it is stopped', async () => {
    const server = run({ ADMIN_USERNAME: 'kepala', ADMIN_PASSWORD: SOMEBODY.password });
    const browser = new TestClient(await addressOf(server));
    const login = (password: string, at = browser) =>
      at.post('/api/auth/login', { username: 'kepala', password });
    expect((await login(SOMEBODY.password)).status).toBe(200);
    await enrol(browser, { now: () => Date.now() });
    expect((await refusal(run({}, 'cli/admin-reset.js'))).lines[0]).toContain('sudah berjalan');
    server.child.kill('SIGTERM');
    await server.ended;

    const reset = run({}, 'cli/admin-reset.js');
    expect(await reset.ended).toBe(0);
    expect(reset.output()).toContain('Nama pengguna: kepala');
    expect(reset.output()).toContain('Verifikasi dua langkah dinonaktifkan.');
    const password = /Kata sandi: {4}([\w-]{20}) /u.exec(reset.output())?.[1] ?? '';

    const port = new URL(browser.url).port;
    await addressOf(run({ PORT: port }));
    expect((await browser.get('/api/auth/me')).status).toBe(401);
    expect((await login(SOMEBODY.password, new TestClient(browser.url))).status).toBe(401);
    expect(await (await login(password)).json()).toMatchObject({ secondFactor: 'off' });
  });

  it('makes an administrator by admin:reset where there is none', async () => {
    const reset = run({}, 'cli/admin-reset.js');
    expect(await reset.ended).toBe(0);
    expect(reset.output()).toContain('Nama pengguna: admin ');
  });
});
