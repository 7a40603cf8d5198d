import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { confirmedMessage, patients } from './support/broadcasts.js';
import { call } from './support/payloads.js';
import { linkPracticeDevice } from './support/practice-device.js';
import { startProduct } from './support/product.js';
import type { Product } from './support/product.js';
import { transferOf } from './support/transfer.js';
import type { Transfer } from './support/transfer.js';
import { useWalk } from './support/walk.js';

/** What a page may cost that is opened directly with an empty cache, in bytes over the wire. */
const BUDGET = 250_000;

/** Pictures of the guide: they come as the reader scrolls to them, and are what the page is about. */
const isPicture = (url: string): boolean => url.endsWith('.png');

/** Pages of people who are not logged in. */
const PUBLIC = ['/login', '/setup', '/undangan'];

/**
 * Every page of `app.routes.ts` that shows something of its own, and what has to be there for it to be of use:
 * its list, or a field to type into. `:id` is the message, `:device` a device that is not linked.
 */
const PAGES: readonly (readonly [address: string, usable: (page: Page) => Locator])[] = [
  ['/login', (page) => page.getByLabel('Nama pengguna')],
  ['/setup', (page) => page.getByLabel('Nama pengguna')],
  ['/undangan', (page) => page.getByLabel('Ulangi kata sandi')],
  ['/langkah-kedua', (page) => page.getByRole('img', { name: /QR/u })],
  ['/', (page) => page.getByText('1 dari 2 nomor siap')],
  ['/wa-connected', (page) => page.getByText('authenticated')],
  ['/wa-connected/tambah', (page) => page.getByLabel('Nama Device')],
  ['/wa-connected/:device/scan', (page) => page.getByRole('img', { name: /QR/u })],
  ['/wa-broadcast', (page) => page.getByText('Kontrol')],
  ['/wa-broadcast/:id/penerima', (page) => page.getByText('Pasien 1')],
  ['/wa-broadcast/tambah', (page) => page.getByLabel('Isi pesan')],
  ['/wa-broadcast/:id/edit', (page) => page.getByLabel('Isi pesan')],
  ['/jangan-kirim', (page) => page.getByText('Belum ada nomor')],
  ['/data-pasien', (page) => page.getByLabel('Nomor WA')],
  ['/pengaturan', (page) => page.getByText('Belum pernah diubah.')],
  ['/pengaturan/penyematan', (page) => page.getByText('Belum ada dashboard.')],
  ['/pengguna', (page) => page.getByText('Tambah pengguna')],
  ['/audit', (page) => page.getByRole('row').nth(1)],
  ['/akun', (page) => page.getByText('perangkat ini')],
  ['/panduan', (page) => page.getByText('Hapus Koneksi')],
];

describe('opened directly with an empty cache, by gzip', () => {
  const walk = useWalk({ PRACTICE_SEED: 'transfer' });
  const measured: [address: string, Transfer][] = [];
  /** Where the pages are; the addresses above name them shorter. */
  const urls = new Map<string, string>();
  let empty: Product | undefined;
  let storageState: Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>;

  beforeAll(async () => {
    const { page } = await walk.loggedIn();
    const { url } = walk.product();
    await linkPracticeDevice(page, url, { name: 'Poli Anak', phone: '081200000900' });
    const message = { title: 'Kontrol', text: 'Yth. {nama}', recipients: patients(1, 3) };
    await confirmedMessage(page, url, message);
    const id = /[\w-]{36}/u.exec(page.url())?.[0] ?? '';
    const added = { name: 'Poli Gigi', phone: '081200000901', engine: 'practice' };
    const device = await call<{ id: string }>(page, 'POST', '/api/devices', added);
    for (const [address] of PAGES) {
      urls.set(address, `${url}${address.replace(':id', id).replace(':device', device.id)}`);
    }
    const invited = { username: 'sari.dewi', roles: ['viewer'], devices: 'all' };
    const { token } = await call<{ token: string }>(page, 'POST', '/api/users', invited);
    urls.set('/undangan', `${url}/undangan#${token}`);
    // Penyiapan has its form only where there is nobody yet.
    empty = await startProduct();
    urls.set('/setup', /http:\/\/\S+\/setup\?token=\S+/u.exec(empty.output())?.[0] ?? '');
    storageState = await page.context().storageState();
    await page.context().close();
  });

  afterAll(async () => {
    await empty?.dispose();
    const rows = measured.map(([address, { bytes, requests }]) =>
      [(bytes / 1000).toFixed(1).padStart(7), String(requests).padStart(4), address].join('  '),
    );
    process.stdout.write(['     kB   req  page', ...rows, ''].join('\n'));
  });

  it.each(PAGES)('%s stays within its budget', async (address, usable) => {
    const transfer = await transferOf(walk.browser(), urls.get(address) ?? '', usable, {
      ...(PUBLIC.includes(address) ? {} : { storageState }),
      locale: 'id-ID',
      encodings: ['gzip'],
    });
    measured.push([address, transfer]);
    const parts = transfer.parts.filter(([part]) => !isPicture(part));
    const bytes = parts.reduce((sum, [, size]) => sum + size, 0);
    expect({ isTooMuch: bytes > BUDGET && parts }).toEqual({ isTooMuch: false });
  });
});
