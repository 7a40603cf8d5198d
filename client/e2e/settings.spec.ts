import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openPage } from './support/browser.js';
import type { WatchedPage } from './support/browser.js';
import { detailsOf, patients, sendFromDetails, writeMessage } from './support/broadcasts.js';
import { linkPracticeDevice } from './support/practice-device.js';
import { inspect, useWalk } from './support/walk.js';

const PASSWORD = 'gajah ungu makan pepaya';

/** Invites a confirmer as the page Pengguna does; runs in the browser, so it is text. Answers the token. */
const INVITE = `fetch('/api/users', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'X-Requested-By': 'prima' },
  body: JSON.stringify({ username: 'pemeriksa', roles: ['confirmer'], devices: 'all' }),
}).then((answer) => answer.json()).then(({ token }) => token)`;

describe('Pengaturan', () => {
  const walk = useWalk({ PRACTICE_SEED: 'settings', PRACTICE_PACE_SECONDS: '0.02-0.05' });

  const save = async (page: Page) => {
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Pengaturan disimpan.').waitFor();
  };

  it('has everything off, keeps what is switched on, and switches it off again', async () => {
    const { page, faults } = await walk.loggedIn();
    const isChosen = (name: RegExp) => page.getByRole('radio', { name }).isChecked();
    await page.getByRole('link', { name: 'Pengaturan' }).click();
    await page.getByText('Belum pernah diubah.').waitFor();
    expect(await isChosen(/^Mati/u)).toBe(true);
    await page.getByRole('radio', { name: 'Pesan kepada banyak penerima' }).check();
    const above = page.getByLabel('Lebih dari berapa penerima');
    await above.fill('0');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.locator('prima-field-error', { hasText: 'Angka bulat' }).waitFor();
    await above.fill('25');
    await page.getByText('Baru 1 orang di Pengguna').waitFor();
    await save(page);
    await inspect(page, 'pengaturan', page.getByRole('heading', { level: 1 }));
    await page.reload();
    await page.getByText('Nyala', { exact: true }).waitFor();
    expect(await above.inputValue()).toBe('25');
    await page.getByRole('radio', { name: /^Mati/u }).check();
    await save(page);
    await page.reload();
    await page.getByText(/Terakhir diubah oleh/u).waitFor();
    expect(await isChosen(/^Mati/u)).toBe(true);
    expect(faults).toEqual([]);
  });

  async function confirmer(admin: Page): Promise<WatchedPage> {
    const token = await admin.evaluate<string>(INVITE);
    const watched = await openPage(walk.browser());
    await watched.page.goto(`${walk.product().url}/undangan#${token}`);
    await watched.page.getByLabel('Nama', { exact: true }).fill('Ibu Wati');
    await watched.page.getByLabel('Kata sandi', { exact: true }).fill(PASSWORD);
    await watched.page.getByLabel('Ulangi kata sandi').fill(PASSWORD);
    await watched.page.getByRole('button', { name: 'Simpan dan masuk' }).click();
    await watched.page.getByRole('heading', { level: 1, name: 'Whatsapp Broadcast' }).waitFor();
    return watched;
  }

  it('asks for four eyes: who wrote a message waits for somebody else', async () => {
    const { page: admin, faults } = await walk.loggedIn();
    const { url } = walk.product();
    await linkPracticeDevice(admin, url, { name: 'Poli Anak', phone: '081200000901' });
    const wati = await confirmer(admin);
    const eyes = wati.page;
    await eyes.goto(`${url}/wa-broadcast`);

    await admin.goto(`${url}/pengaturan`);
    await admin.getByRole('radio', { name: 'Semua pesan' }).check();
    await save(admin);
    await writeMessage(admin, url, {
      title: 'Kontrol',
      text: 'Yth. {nama}, besok kontrol.',
      recipients: patients(1, 3),
    });
    await admin.getByRole('button', { name: 'Simpan' }).click();
    await detailsOf(admin).getByText('Minta Pemeriksa lain untuk mengonfirmasi.').waitFor();
    const own = detailsOf(admin).getByRole('button', { name: 'Konfirmasi', exact: true });
    expect(await own.isDisabled()).toBe(true);
    await inspect(admin, 'empat-mata-pembuat');
    await admin.getByRole('button', { name: 'CLOSE' }).click();
    await admin.getByText('menunggu Konfirmasi orang lain').waitFor();
    await inspect(admin, 'empat-mata-daftar', admin.getByText('menunggu Konfirmasi orang lain'));

    await eyes.getByText('menunggu Konfirmasi Anda').waitFor();
    await eyes
      .getByRole('combobox', { name: 'Status' })
      .selectOption({ label: 'menunggu Konfirmasi saya' });
    await eyes.getByRole('link', { name: 'Detail Penerima: Kontrol' }).click();
    await detailsOf(eyes)
      .getByText(/Empat mata: dibuat atau terakhir diubah oleh/u)
      .waitFor();
    await inspect(eyes, 'empat-mata-pemeriksa');
    await detailsOf(eyes).getByRole('button', { name: 'Konfirmasi', exact: true }).click();
    await sendFromDetails(eyes);
    expect(wati.faults).toEqual([]);
    expect(faults).toEqual([]);
  });
});
