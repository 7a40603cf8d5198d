import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import type { WatchedPage } from './support/browser.js';
import {
  confirmedMessage,
  detailsOf,
  patients,
  sendDialogOf,
  sendFromDetails,
} from './support/broadcasts.js';
import { linkPracticeDevice } from './support/practice-device.js';
import { inspect, useWalk } from './support/walk.js';
import { downloadSheet } from './support/workbook.js';

describe('WA Broadcast: a sending under way', () => {
  const walk = useWalk({ PRACTICE_SEED: 'sending-9', PRACTICE_PACE_SECONDS: '0.3-0.4' });
  let watched: WatchedPage;

  beforeAll(async () => {
    watched = await walk.loggedIn();
    const device = { name: 'Poli Mata', phone: '0812-0000-0001' };
    await linkPracticeDevice(watched.page, walk.product().url, device);
  }, 60_000);

  it('Jeda, Lanjutkan, Batalkan; neither edited nor deleted meanwhile', async () => {
    const { page } = watched;
    const message = { title: 'Libur', text: 'Poli libur, {nama}.', recipients: patients(301, 40) };
    await confirmedMessage(page, walk.product().url, message);
    await sendFromDetails(page);
    await detailsOf(page).getByRole('button', { name: 'Jeda: Libur' }).click();
    await detailsOf(page).getByText('Dijeda. Tekan Lanjutkan untuk meneruskan.').waitFor();
    await inspect(page, 'dijeda');
    await detailsOf(page).getByRole('button', { name: 'CLOSE' }).click();

    await page.getByRole('button', { name: 'Hapus Pesan: Libur' }).click();
    await page.getByRole('dialog').getByText('Batalkan dahulu, lalu hapus.').waitFor();
    await inspect(page, 'hapus-pesan-ditolak');
    await page.getByRole('dialog').getByRole('button', { name: 'OK' }).click();
    await page.getByRole('link', { name: 'Edit Pesan: Libur' }).click();
    await page.getByText('Pesan ini sudah mulai dikirim, jadi tidak bisa diubah.').waitFor();
    await inspect(page, 'edit-pesan-ditolak');
    await page.getByRole('link', { name: 'Detail Penerima' }).click();

    await detailsOf(page).getByRole('button', { name: 'Lanjutkan: Libur' }).click();
    await detailsOf(page).getByRole('button', { name: 'Jeda: Libur' }).waitFor();
    await detailsOf(page).getByRole('button', { name: 'Batalkan: Libur' }).click();
    await inspect(page, 'batalkan');
    await page.getByRole('button', { name: 'Batalkan pengiriman' }).click();
    const title = detailsOf(page).getByText(/^Dibatalkan\. 40 penerima: /u);
    await expectFates(title, 40);
    await inspect(page, 'dibatalkan');
  });

  it('one run for a double click on Kirim', async () => {
    const { page } = watched;
    const message = { title: 'Dua kali', text: 'Halo.', recipients: patients(401, 6) };
    await confirmedMessage(page, walk.product().url, message);
    await detailsOf(page).getByRole('button', { name: 'Kirim Pesan' }).click();
    const sends: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/send')) sends.push(request.url());
    });
    const send = sendDialogOf(page).getByRole('button', { name: 'Kirim', exact: true });
    await send.dblclick();
    const title = detailsOf(page).getByText(/^6 selesai: /u);
    await expectFates(title, 6);
    expect(sends).toHaveLength(1);
    const { rows } = await downloadSheet(page, 'Unduh hasil (.xlsx)');
    expect(rows.slice(1).map((row) => row.at(-1))).toEqual(Array(6).fill('1'));
  });

  it('one run for Kirim in two browsers: the second is told who started it', async () => {
    const { page } = watched;
    const message = {
      title: 'Berdua',
      text: 'Halo.',
      recipients: '0812-0000-0501|=1+1\n0812-0000-0502|Ibu Sari',
    };
    await confirmedMessage(page, walk.product().url, message);
    const other = await walk.loggedIn();
    await other.page.goto(page.url());
    for (const one of [page, other.page]) {
      await detailsOf(one).getByRole('button', { name: 'Kirim Pesan' }).click();
      await sendDialogOf(one).getByText('2 penerima').waitFor();
    }
    for (const one of [page, other.page]) {
      await sendDialogOf(one).getByRole('button', { name: 'Kirim', exact: true }).click();
    }
    await sendDialogOf(other.page)
      .getByText(/Pesan ini sudah dikirim oleh Administrator pada .* WIB/u)
      .waitFor();
    const again = sendDialogOf(other.page).getByRole('button', { name: 'Kirim', exact: true });
    expect(await again.isDisabled()).toBe(true);
    await inspect(other.page, 'kirim-pesan-didahului');
    await detailsOf(page)
      .getByText(/^2 selesai: /u)
      .waitFor();
    const { rows, formulas } = await downloadSheet(page, 'Unduh hasil (.xlsx)');
    expect(formulas).toBe(0);
    expect(rows.slice(1).map(([, name]) => name)).toEqual(['=1+1', 'Ibu Sari']);
    expect([...watched.faults, ...other.faults]).toEqual([]);
  });

  it('Hapus Koneksi pauses what its device sends; only Batalkan is left', async () => {
    const { page } = watched;
    const message = { title: 'Terputus', text: 'Halo.', recipients: patients(601, 60) };
    await confirmedMessage(page, walk.product().url, message);
    await sendFromDetails(page);
    const address = page.url();
    await page.goto(`${walk.product().url}/wa-connected`);
    await page.getByRole('button', { name: 'Hapus Koneksi Poli Mata' }).click();
    await page.getByText('Pesan yang sedang dikirim akan dijeda: Terputus.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'OK' }).click();
    await page.getByText('Koneksi sudah tidak ada lagi').waitFor();
    await page.goto(address);
    await detailsOf(page)
      .getByText(/^Dijeda: /u)
      .waitFor();
    expect(
      await detailsOf(page)
        .getByRole('button', { name: /^Lanjutkan/u })
        .count(),
    ).toBe(0);
    await inspect(page, 'device-dihapus');
    await detailsOf(page).getByRole('button', { name: 'Batalkan: Terputus' }).click();
    await page.getByRole('button', { name: 'Batalkan pengiriman' }).click();
    await detailsOf(page)
      .getByText(/^Dibatalkan\. 60 penerima: /u)
      .waitFor();
    expect(watched.faults).toEqual([]);
  });
});

/** Waits for a title like "6 selesai: 5 terkirim, 1 gagal" whose numbers add up to all recipients. */
async function expectFates(title: Locator, total: number): Promise<void> {
  await title.waitFor();
  const sum = async () => {
    const said = (await title.textContent()) ?? '';
    const parts = said.slice(said.indexOf(':')).match(/\d+/gu) ?? [];
    return { said, sum: parts.reduce((total, part) => total + Number(part), 0) };
  };
  // The one that was being handed over when Batalkan was pressed comes to its end a moment later.
  const deadline = Date.now() + 10_000;
  while ((await sum()).sum !== total && Date.now() < deadline)
    await title.page().waitForTimeout(100);
  expect(await sum()).toMatchObject({ sum: total });
}
