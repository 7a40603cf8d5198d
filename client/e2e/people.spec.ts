import { describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { PHONE, accessibilityFaults, openPage, picture } from './support/browser.js';
import type { WatchedPage } from './support/browser.js';
import { confirmedMessage, detailsOf, patients } from './support/broadcasts.js';
import { linkPracticeDevice } from './support/practice-device.js';
import { inspect, useWalk } from './support/walk.js';

const PASSWORD = 'gajah ungu makan pepaya';

describe('people, each in their role', () => {
  const walk = useWalk({ PRACTICE_SEED: 'people' });

  /** Invites somebody as the administrator does, and lets them come by their link. */
  async function come(admin: Page, username: string, role: RegExp): Promise<WatchedPage> {
    await admin.goto(`${walk.product().url}/pengguna`);
    await admin.getByRole('button', { name: 'Tambah pengguna' }).click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByLabel('Nama pengguna').fill(username);
    await dialog.getByRole('checkbox', { name: /^Operator/u }).uncheck();
    await dialog.getByRole('checkbox', { name: role }).check();
    await dialog.getByRole('checkbox', { name: /^Poli Anak/u }).check();
    if (username === 'pengamat') await inspect(admin, 'tambah-pengguna');
    await dialog.getByRole('button', { name: 'Buat undangan' }).click();
    const link = await admin.getByLabel('Tautan', { exact: true }).inputValue();
    if (username === 'pengamat') await inspect(admin, 'undangan-tautan');
    await admin.getByRole('button', { name: 'CLOSE' }).click();
    const watched = await openPage(walk.browser());
    await watched.page.goto(link);
    await watched.page.getByLabel('Nama', { exact: true }).fill(`Ibu ${username}`);
    await watched.page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
    await watched.page.getByLabel('Ulangi kata sandi').fill(PASSWORD);
    if (username === 'pengamat') await inspect(watched.page, 'undangan');
    await watched.page.getByRole('button', { name: 'Simpan dan masuk' }).click();
    await watched.page.getByRole('heading', { level: 1, name: 'Whatsapp Broadcast' }).waitFor();
    return watched;
  }

  /** Which of these can be seen. */
  const seen = async (buttons: Readonly<Record<string, Locator>>): Promise<string[]> => {
    const found = await Promise.all(
      Object.entries(buttons).map(async ([name, button]) =>
        (await button.count()) > 0 ? [name] : [],
      ),
    );
    return found.flat();
  };

  /** Walks through the application and tells which buttons it offers, page by page. */
  async function offered(page: Page): Promise<Readonly<Record<string, string[]>>> {
    const { url } = walk.product();
    const button = (name: string | RegExp) => page.getByRole('button', { name });
    const link = (name: string | RegExp) => page.getByRole('link', { name });
    const modules = page.getByRole('navigation', { name: 'Modul' });
    const nav = (name: string) => modules.getByRole('link', { name });
    await page.goto(`${url}/wa-connected`);
    await page.getByText('Poli Anak').first().waitFor();
    const frame = await seen({
      Pengguna: nav('Pengguna'),
      'Jangan kirim': nav('Jangan kirim'),
    });
    const devices = await seen({
      Tambah: link(/^Tambah/u),
      'Hapus Koneksi': button(/^Hapus Koneksi/u),
    });
    await page.goto(`${url}/wa-broadcast`);
    await page.getByText('Kontrol').first().waitFor();
    const broadcasts = await seen({
      Tambah: link(/^Tambah/u),
      'Edit Pesan': link(/^Edit Pesan/u),
      'Hapus Pesan': button(/^Hapus Pesan/u),
      'Kirim Pesan': button(/^Kirim Pesan/u),
    });
    await page
      .getByRole('link', { name: /^Detail Penerima/u })
      .first()
      .click();
    await detailsOf(page)
      .getByText(/Sari|Pasien|\+62/u)
      .first()
      .waitFor();
    const masked = (await detailsOf(page).getByText(/\*{4}/u).count()) > 0 ? ['disamarkan'] : [];
    return { frame, devices, broadcasts, masked };
  }

  const refusal = (page: Page) =>
    page.getByRole('heading', { name: 'Halaman ini untuk peran lain' });

  it('come by invitation and are offered what docs/roles.md says', async () => {
    const { page: admin, faults } = await walk.loggedIn();
    const { url } = walk.product();
    await linkPracticeDevice(admin, url, { name: 'Poli Anak', phone: '081200000900' });
    const message = { title: 'Kontrol', text: 'Yth. {nama}', recipients: patients(1, 3) };
    await confirmedMessage(admin, url, message);
    const send = ['Kirim Pesan'];
    const edit = ['Tambah', 'Edit Pesan', 'Hapus Pesan'];
    const all = {
      frame: ['Pengguna', 'Jangan kirim'],
      devices: ['Tambah', 'Hapus Koneksi'],
      broadcasts: [...edit, ...send],
      masked: [],
    };
    expect(await offered(admin)).toEqual(all);

    const none = { frame: [], devices: [], broadcasts: [], masked: [] };
    const viewer = await come(admin, 'pengamat', /^Pengamat/u);
    expect(await offered(viewer.page)).toEqual({ ...none, masked: ['disamarkan'] });
    for (const path of [
      '/pengguna',
      '/wa-broadcast/tambah',
      '/wa-connected/tambah',
      '/jangan-kirim',
    ]) {
      await viewer.page.goto(`${url}${path}`);
      await refusal(viewer.page).waitFor();
    }
    await inspect(viewer.page, 'peran-lain');
    const operator = await come(admin, 'operator', /^Operator/u);
    expect(await offered(operator.page)).toEqual({ ...none, broadcasts: [...edit, ...send] });
    const confirmer = await come(admin, 'pemeriksa', /^Pemeriksa/u);
    expect(await offered(confirmer.page)).toEqual({ ...none, broadcasts: send });

    // A role that is taken is gone from the open screen, without a reload.
    await confirmer.page.goto(`${url}/wa-broadcast`);
    await confirmer.page.getByRole('button', { name: /^Kirim Pesan/u }).waitFor();
    await admin.goto(`${url}/pengguna`);
    await inspect(admin, 'pengguna');
    await admin.getByRole('button', { name: 'Ubah peran: Ibu pemeriksa' }).click();
    await admin.getByRole('checkbox', { name: /^Pengamat/u }).check();
    await admin.getByRole('checkbox', { name: /^Pemeriksa/u }).uncheck();
    await admin.getByRole('button', { name: 'Simpan' }).click();
    await confirmer.page
      .getByRole('button', { name: /^Kirim Pesan/u })
      .waitFor({ state: 'detached' });
    await admin.getByRole('button', { name: 'Nonaktifkan: Ibu pemeriksa' }).click();
    await admin.getByRole('dialog').getByRole('button', { name: 'Nonaktifkan' }).click();
    await confirmer.page.getByRole('heading', { level: 1, name: 'Login' }).waitFor();

    await admin.goto(`${url}/akun`);
    await admin.getByText('perangkat ini').waitFor();
    await inspect(admin, 'akun-saya');
    for (const one of [viewer, operator, confirmer]) expect(one.faults).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('are shown in the dark as well', async () => {
    const { page, faults } = await walk.loggedIn({ colorScheme: 'dark' });
    for (const [name, sign] of [
      ['pengguna', 'Tambah pengguna'],
      ['akun', 'perangkat ini'],
    ] as const) {
      await page.goto(`${walk.product().url}/${name}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByText(sign).first().waitFor();
      for (const size of [PHONE, { width: 1280, height: 900 }]) {
        await page.setViewportSize(size);
        expect({ name, faults: await accessibilityFaults(page) }).toEqual({ name, faults: [] });
        await picture(page, `${name}-gelap-${String(size.width)}`);
      }
    }
    expect(faults).toEqual([]);
  });
});
