import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { confirmedMessage, patients } from './support/broadcasts.js';
import { linkPracticeDevice } from './support/practice-device.js';
import { transferOf } from './support/transfer.js';
import type { Transfer } from './support/transfer.js';
import { useWalk } from './support/walk.js';

/** What a page may cost that is opened directly with an empty cache, in bytes over the wire: 250 KiB. */
const BUDGET = 250 * 1024;

/** Detail Penerima is a dialog of Material over a list, which stands below it: two pages at once. */
const BUDGET_OF_DIALOG = 275 * 1024;

/** Pictures of the guide: they come as the reader scrolls to them, and are what the page is about. */
const isPicture = (url: string): boolean => url.endsWith('.png');

/**
 * Address and what has to be there for the page to be of use: its list, or a field to type into. `:id` is the
 * message.
 */
const PAGES: readonly (readonly [address: string, usable: (page: Page) => Locator])[] = [
  ['/login', (page) => page.getByLabel('Nama pengguna')],
  ['/', (page) => page.getByText('1 dari 1 nomor siap')],
  ['/wa-connected', (page) => page.getByText('authenticated')],
  ['/wa-connected/tambah', (page) => page.getByLabel('Nama Device')],
  ['/wa-broadcast', (page) => page.getByText('Kontrol')],
  ['/wa-broadcast/:id/penerima', (page) => page.getByText('Pasien 1')],
  ['/wa-broadcast/tambah', (page) => page.getByLabel('Isi pesan')],
  ['/wa-broadcast/:id/edit', (page) => page.getByLabel('Isi pesan')],
  ['/jangan-kirim', (page) => page.getByText('Belum ada nomor')],
  ['/data-pasien', (page) => page.getByLabel('Nomor WA')],
  ['/pengaturan/penyematan', (page) => page.getByText('Belum ada dashboard.')],
  ['/pengguna', (page) => page.getByText('Tambah pengguna')],
  ['/akun', (page) => page.getByText('perangkat ini')],
  ['/panduan', (page) => page.getByText('Hapus Koneksi')],
];

describe('opened directly with an empty cache, by gzip', () => {
  const walk = useWalk({ PRACTICE_SEED: 'transfer' });
  const measured: [address: string, Transfer][] = [];
  let id = '';
  let storageState: Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>;

  beforeAll(async () => {
    const { page } = await walk.loggedIn();
    const { url } = walk.product();
    await linkPracticeDevice(page, url, { name: 'Poli Anak', phone: '081200000900' });
    const message = { title: 'Kontrol', text: 'Yth. {nama}', recipients: patients(1, 3) };
    await confirmedMessage(page, url, message);
    id = /[\w-]{36}/u.exec(page.url())?.[0] ?? '';
    storageState = await page.context().storageState();
    await page.context().close();
  });

  afterAll(() => {
    const rows = measured.map(([address, { bytes, requests }]) =>
      [(bytes / 1000).toFixed(1).padStart(7), String(requests).padStart(4), address].join('  '),
    );
    process.stdout.write(['     kB   req  page', ...rows, ''].join('\n'));
  });

  it.each(PAGES)('%s stays within its budget', async (address, usable) => {
    const url = `${walk.product().url}${address.replace(':id', id)}`;
    const transfer = await transferOf(walk.browser(), url, usable, {
      ...(address === '/login' ? {} : { storageState }),
      locale: 'id-ID',
      encodings: ['gzip'],
    });
    measured.push([address, transfer]);
    const parts = transfer.parts.filter(([part]) => !isPicture(part));
    const bytes = parts.reduce((sum, [, size]) => sum + size, 0);
    const budget = address.endsWith('/penerima') ? BUDGET_OF_DIALOG : BUDGET;
    expect({ isTooMuch: bytes > budget && parts }).toEqual({ isTooMuch: false });
  });
});
