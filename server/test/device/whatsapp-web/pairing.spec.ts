import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { POLI_ANAK, link, showCode } from '../../../src/modules/device/testing/gateway-harness.js';
import { digits, openWhatsappWeb } from './engine-under-test.js';
import type { EngineUnderTest, EngineWishes } from './engine-under-test.js';

/** What a person may wait for at the screen, in milliseconds. */
const AT_SCREEN = 10_000;

describe('linking with whatsapp-web.js', () => {
  let engine: EngineUnderTest;

  const open = async (wishes?: EngineWishes) => (engine = await openWhatsappWeb(wishes));
  const last = () => engine.news.statesOf(POLI_ANAK).at(-1);
  const reason = () => engine.news.reasons.get(POLI_ANAK.id);
  const folder = () => existsSync(join(engine.dataDir, 'sessions', POLI_ANAK.id));

  afterEach(() => engine.close());

  it('shows no code that is over: a phone takes the newest only', async () => {
    await open();
    const first = await showCode(engine, POLI_ANAK);
    await engine.until(() => engine.news.codesOf(POLI_ANAK).length > 1);
    await expect(async () => engine.scan(POLI_ANAK, first, POLI_ANAK.phone)).rejects.toThrow(
      'no longer valid',
    );
    const newest = engine.news.codesOf(POLI_ANAK).at(-1) ?? first;
    await engine.scan(POLI_ANAK, newest, POLI_ANAK.phone);
    await engine.until(() => last() === 'ready');
    for (const { code } of engine.news.codesOf(POLI_ANAK)) expect(code).not.toMatch(/^undefined/);
  });

  it('asks for more codes when WhatsApp Web has shown its last one', async () => {
    await open();
    await engine.standIn.configure({ refMs: 60_000 });
    await showCode(engine, POLI_ANAK);
    const before = engine.news.codesOf(POLI_ANAK).length;
    engine.standIn.refsRunOut();
    await engine.until(() => engine.news.codesOf(POLI_ANAK).length > before);
    const [shown] = engine.news.codesOf(POLI_ANAK).slice(-1);
    if (shown) await engine.scan(POLI_ANAK, shown, POLI_ANAK.phone);
    await engine.until(() => last() === 'ready');
  });

  it('ends its browser when nobody wants codes any more', async () => {
    await open();
    await showCode(engine, POLI_ANAK);
    expect(engine.leftovers()).toBeGreaterThan(0);
    await engine.gateway.pairing.stop(POLI_ANAK.id);
    expect(engine.leftovers()).toBe(0);
    expect(folder()).toBe(false);
  });

  it('lives through a page that loads itself anew right after the scan', async () => {
    await open();
    await engine.standIn.configure({ reloadAfterPair: true });
    await link(engine, POLI_ANAK);
    expect(engine.news.statesOf(POLI_ANAK)).toEqual(['waiting-for-scan', 'linking', 'ready']);
  });

  it('becomes ready when the page synced before the library listened', async () => {
    await open();
    await engine.standIn.configure({ syncWaits: false });
    await link(engine, POLI_ANAK);
    engine = await engine.restart();
    await engine.gateway.sessions.open(POLI_ANAK);
    await engine.until(() => last() === 'ready');
  });

  it('says that the account wants a passkey, which nothing here can give', async () => {
    await open();
    await engine.standIn.configure({ passkey: true });
    await engine.scan(POLI_ANAK, await showCode(engine, POLI_ANAK), POLI_ANAK.phone);
    await engine.until(() => last() === 'passkey-required');
    await engine.until(() => engine.leftovers() === 0);
    expect(folder()).toBe(false);
  });

  it.each(['refusing', 'silent'] as const)(
    'says within 10 s that WhatsApp is out of reach: %s',
    async (way) => {
      await open();
      await engine.standIn.network(way);
      const begun = Date.now();
      await engine.gateway.pairing.start(POLI_ANAK, 'qr');
      await engine.until(() => last() === 'failed');
      expect(reason()).toBe('whatsapp-unreachable');
      expect(Date.now() - begun).toBeLessThan(AT_SCREEN);
      await engine.standIn.network('up');
      await link(engine, POLI_ANAK);
    },
  );

  it('keeps trying to restore while WhatsApp is out of reach', async () => {
    await open();
    await link(engine, POLI_ANAK);
    await engine.gateway.sessions.close(POLI_ANAK.id);
    await engine.standIn.network('refusing');
    await engine.gateway.sessions.open(POLI_ANAK);
    await engine.until(() => last() === 'reconnecting');
    expect(reason()).toBe('whatsapp-unreachable');
    await engine.standIn.network('up');
    await engine.until(() => last() === 'ready');
  });

  it('says that there is no browser, or none that runs', async () => {
    await open({ environment: { CHROMIUM_PATH: '/nowhere/chromium' } });
    await engine.gateway.pairing.start(POLI_ANAK, 'qr');
    await engine.until(() => last() === 'failed');
    expect(reason()).toBe('browser-missing');
    await engine.close();
    await open({ environment: { CHROMIUM_PATH: '/bin/false' } });
    await engine.gateway.pairing.start(POLI_ANAK, 'qr');
    await engine.until(() => last() === 'failed');
    expect(reason()).toBe('browser-failed');
  });

  it('says that Chromium may not use its sandbox, in the log with its own words', async () => {
    // What Debian's Chromium does in a container whose profile has no user namespaces.
    const folder = mkdtempSync(join(tmpdir(), 'prima-no-sandbox-'));
    const chromium = join(folder, 'chromium');
    const words = '[1:1:ERROR:zygote_host_impl_linux.cc(130)] No usable sandbox!';
    writeFileSync(chromium, `#!/bin/sh\necho '${words}' >&2\nexit 1\n`, { mode: 0o755 });
    await open({ environment: { CHROMIUM_PATH: chromium } });
    await engine.gateway.pairing.start(POLI_ANAK, 'qr');
    await engine.until(() => last() === 'failed');
    expect(reason()).toBe('sandbox-refused');
    expect(JSON.stringify(engine.log.lines)).toContain('No usable sandbox!');
    rmSync(folder, { recursive: true });
  });

  it('goes through a proxy that wants a login', async () => {
    const asked: string[] = [];
    let port = 0;
    const proxy = createServer().on('connect', (request, socket) => {
      const login = request.headers['proxy-authorization'];
      const known = `Basic ${Buffer.from('prima:kata sandi').toString('base64')}`;
      if (login !== known) {
        socket.end(
          'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="p"\r\nContent-Length: 0\r\n\r\n',
        );
        return;
      }
      asked.push(request.url ?? '');
      const way = connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        socket.pipe(way).pipe(socket);
      });
      for (const one of [way, socket]) one.on('error', () => way.destroy());
    });
    await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
    try {
      const { port: door } = proxy.address() as AddressInfo;
      await open({
        environment: { WHATSAPP_PROXY: `http://prima:kata%20sandi@127.0.0.1:${door}` },
      });
      port = await portOf(engine);
      await link(engine, POLI_ANAK);
      expect(asked).toContain('web.whatsapp.com:443');
      expect(engine.commandLines().join(' ')).not.toContain('kata');
    } finally {
      proxy.closeAllConnections();
      proxy.close();
    }
  });

  it('keeps sessions where only the user of the product can read them', async () => {
    await open();
    await link(engine, POLI_ANAK);
    const path = join(engine.dataDir, 'sessions', POLI_ANAK.id);
    for (const folder of [path, join(path, 'session')]) {
      expect(statSync(folder).mode & 0o777).toBe(0o700);
    }
    // No port is open to steer the browser, and nothing of the product is in its environment.
    expect(engine.commandLines().join(' ')).not.toContain('--remote-debugging-port');
    expect(JSON.stringify(engine.log.lines)).not.toContain(digits(POLI_ANAK.phone));
  });
});

/** Where the stand-in listens, as its wrapper knows. */
async function portOf({ wrapper }: EngineUnderTest): Promise<number> {
  const script = await readFile(wrapper, 'utf8');
  return Number(/\d+\)\):(\d+), MAP \*/.exec(script)?.[1] ?? /:(\d+), MAP \*/.exec(script)?.[1]);
}
