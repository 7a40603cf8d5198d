import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { WatchedPage } from './support/browser.js';
import { codesExpireAfter } from './support/hurry.js';
import { scanScreen } from './support/qr.js';
import { inspect } from './support/walk.js';
import { account, addDevice, useWhatsapp } from './support/whatsapp.js';

const GIGI = { name: 'Poli Gigi', phone: '0812-0000-0011' };
const MATA = { name: 'Poli Mata', phone: '0812-0000-0012' };
const KULIT = { name: 'Poli Kulit', phone: '0812-0000-0013' };
const FOREIGN = '6281200000099';

/** Long enough to link a phone on a busy machine, and not five minutes. */
const CODES_MS = 25_000;
/** What a person may wait at the screen for the word that WhatsApp is out of reach. */
const AT_SCREEN_MS = 10_000;

describe('Linking with whatsapp-web.js', () => {
  const walk = useWhatsapp(codesExpireAfter(CODES_MS));
  let watched: WatchedPage;
  /** Scan Barcode of a device whose codes nobody scans. */
  let waiting: Page;
  const isReady = (page: Page, { name }: { readonly name: string }) =>
    page.getByText(`${name} sudah authenticated dan siap mengirim.`).waitFor();
  const row = (name: string) => watched.page.getByRole('row', { name: new RegExp(name, 'u') });

  beforeAll(async () => {
    watched = await walk.loggedIn();
    waiting = await watched.page.context().newPage();
    await addDevice(waiting, walk.product().url, GIGI);
    await waiting.getByRole('img', { name: /^Kode QR/u }).waitFor();
  }, 60_000);

  it('Tautkan dengan nomor telepon: the code on the screen is typed into the phone', async () => {
    const { page } = watched;
    await addDevice(page, walk.product().url, MATA);
    await page.getByRole('button', { name: 'Tautkan dengan nomor telepon' }).click();
    const said = page.getByText('Kode untuk menautkan Poli Mata: ');
    await said.waitFor();
    await page.getByText('Ketik kode ini di HP').waitFor();
    await inspect(page, 'scan-kode-telepon');
    const code = (await said.innerText()).split(': ')[1]?.replace(/[ ,]/gu, '') ?? '';
    expect(code).toMatch(/^[0-9A-Z]{8}$/u);
    walk.standIn().enterCode(code, account(MATA.phone));
    await isReady(page, MATA);
  });

  it('a phone with another number: logged out again, and said which one', async () => {
    const { page } = watched;
    await addDevice(page, walk.product().url, KULIT);
    await scanScreen(page, walk.standIn(), FOREIGN);
    await page.getByText('Di-scan dari +62 812-0000-0099, seharusnya +62 812-0000-0013.').waitFor();
    expect(walk.standIn().linked(FOREIGN)).toBe(0);
    await inspect(page, 'scan-nomor-salah');
    await page.getByRole('button', { name: 'Tampilkan kode baru' }).click();
    await scanScreen(page, walk.standIn(), account(KULIT.phone));
    await isReady(page, KULIT);
  });

  it('codes that nobody scanned: over, until Tampilkan kode baru', async () => {
    await waiting.getByText('Kode sudah habis masa berlakunya.').waitFor({ timeout: CODES_MS });
    await inspect(waiting, 'scan-kode-habis');
    await waiting.getByRole('button', { name: 'Tampilkan kode baru' }).click();
    await scanScreen(waiting, walk.standIn(), account(GIGI.phone));
    await isReady(waiting, GIGI);
    await waiting.close();
  });

  it('unlinked on the phone: disconnected, with the reason and the way back', async () => {
    const { page } = watched;
    await page.getByRole('link', { name: 'Ke daftar device' }).click();
    await page.getByText('Bantuan halaman ini').click();
    await row(MATA.name).getByText('authenticated').waitFor();
    walk.standIn().unlink(account(MATA.phone));
    await row(MATA.name).getByText('disconnected').waitFor();
    await row(MATA.name).getByText('Sambungan diakhiri dari HP.').waitFor();
    walk.standIn().offline(account(KULIT.phone));
    await row(KULIT.name).getByText('connected', { exact: true }).waitFor();
    await inspect(page, 'wa-connected-whatsapp');
    walk.standIn().online(account(KULIT.phone));
    await row(KULIT.name).getByText('authenticated').waitFor();
  });

  it('WhatsApp out of reach: said within 10 s, and linked once it is back', async () => {
    const { page, faults } = watched;
    await walk.standIn().network('refusing');
    const begun = Date.now();
    await row(MATA.name)
      .getByRole('button', { name: /disconnected/u })
      .click();
    await page.getByText('WhatsApp tidak terjangkau dari server.').waitFor();
    expect(Date.now() - begun).toBeLessThan(AT_SCREEN_MS);
    await page.getByRole('link', { name: 'Coba dengan perangkat latihan' }).waitFor();
    await inspect(page, 'scan-tidak-terjangkau');
    await walk.standIn().network('up');
    await page.getByRole('button', { name: 'Tampilkan kode baru' }).click();
    await scanScreen(page, walk.standIn(), account(MATA.phone));
    await isReady(page, MATA);
    expect(faults).toEqual([]);
  });

  it('an account that is guarded by a passkey: told honestly', async () => {
    const { page } = watched;
    await walk.standIn().configure({ passkey: true });
    await addDevice(page, walk.product().url, { name: 'Poli Jiwa', phone: '0812-0000-0014' });
    await scanScreen(page, walk.standIn(), '6281200000014');
    await page.getByText('Akun ini dijaga passkey').waitFor();
    await inspect(page, 'scan-passkey');
  });
});
