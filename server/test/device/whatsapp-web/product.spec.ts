import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeviceLink, DeviceView } from '#contracts/device.contract.js';
import { findChromium } from '../../../../scripts/chromium.mjs';
import { addressOf, runProduct } from '../../support/product-process.js';
import type { ProgramRun } from '../../support/product-process.js';
import { TestClient } from '../../support/test-client.js';
import { startStandIn } from '../../whatsapp-stand-in/stand-in.js';
import type { StandIn } from '../../whatsapp-stand-in/stand-in.js';

const ACCOUNT = '6281200000001';
const ADMIN = { username: 'sari', password: 'gajah ungu makan pepaya' };

/** How long the product may take for one step, in milliseconds. */
const PATIENCE = 25_000;

/** The built product as a process, with real browsers: what only shows there. */
describe('the product with whatsapp-web.js', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'prima-product-'));
  let standIn: StandIn;
  let chromium: string;
  let product: ProgramRun;
  let browser: TestClient;
  let id: string;

  const start = async () => {
    product = runProduct('main.js', {
      DATA_DIR: dataDir,
      PORT: '0',
      HOME: process.env.HOME ?? '',
      CHROMIUM_PATH: chromium,
      WHATSAPP_ENGINES: 'whatsapp-web',
      ADMIN_USERNAME: ADMIN.username,
      ADMIN_PASSWORD: ADMIN.password,
    });
    browser = new TestClient(await addressOf(product));
    expect((await browser.post('/api/auth/login', ADMIN)).status).toBe(200);
  };
  const link = async () =>
    (await (await browser.get(`/api/devices/${id}/link`)).json()) as DeviceLink;
  const until = async (condition: (link: DeviceLink) => boolean) => {
    const givesUpAt = Date.now() + PATIENCE;
    while (Date.now() < givesUpAt) {
      const shown = await link();
      if (condition(shown)) return shown;
      await setTimeout(100);
    }
    throw new Error(`It did not come to that: ${product.errors()}`);
  };
  const isReady = ({ device }: DeviceLink) => device.state === 'ready';

  beforeAll(async () => {
    standIn = await startStandIn();
    chromium = await standIn.chromiumWrapper(findChromium());
    await start();
  });

  afterAll(async () => {
    product.child.kill('SIGKILL');
    await product.ended;
    await standIn.stop();
    await ended();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  });

  /** Everything of the product has ended, browsers too. */
  const ended = async () => {
    for (let tries = 0; tries < 100 && browsersIn(dataDir) > 0; tries++) await setTimeout(50);
    expect(browsersIn(dataDir)).toBe(0);
  };

  it('links a phone at the screen', async () => {
    const wish = { name: 'Poli Anak', phone: '0812-0000-0001', engine: 'whatsapp-web' };
    ({ id } = (await (await browser.post('/api/devices', wish)).json()) as DeviceView);
    expect((await browser.post(`/api/devices/${id}/link`, { method: 'qr' })).status).toBe(200);
    const { challenge } = await until((shown) => shown.challenge !== null);
    standIn.scan(challenge?.code ?? '', ACCOUNT);
    await until(isReady);
    expect(product.errors()).not.toContain(ACCOUNT);
  });

  it('ends with all its browsers when asked, and comes back without a scan', async () => {
    product.child.kill('SIGTERM');
    expect(await product.ended).toBe(0);
    expect(browsersIn(dataDir)).toBe(0);
    await start();
    await until(isReady);
    expect(standIn.linked(ACCOUNT)).toBe(1);
  });

  it('takes its browsers with it when it is killed, and comes back without a scan', async () => {
    product.child.kill('SIGKILL');
    await product.ended;
    await ended();
    await start();
    await until(isReady);
  });

  it('logs out on the phone by Hapus Koneksi', async () => {
    const answer = await browser.delete(`/api/devices/${id}`);
    expect(await answer.json()).toEqual({ loggedOutOnPhone: true });
    expect(standIn.linked(ACCOUNT)).toBe(0);
    await ended();
    expect(standIn.misses()).toEqual({});
  });
});

/** Processes that work below a folder. */
function browsersIn(folder: string): number {
  return readdirSync('/proc').filter((entry) => {
    if (!/^\d+$/.test(entry)) return false;
    try {
      return readFileSync(`/proc/${entry}/cmdline`, 'utf8').includes(folder);
    } catch {
      return false;
    }
  }).length;
}
