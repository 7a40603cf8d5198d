import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { detailsOf, sendFromDetails } from './support/broadcasts.js';
import { inspect, useWalk } from './support/walk.js';

describe('data of people, and a database that was restored', () => {
  const walk = useWalk({ PRACTICE_SEED: 'tour', PRACTICE_PACE_SECONDS: '0.02-0.05' });

  it('finds and erases a person, and releases safe mode', async () => {
    const { page, faults } = await walk.loggedIn();
    const { url, dataDir } = walk.product();
    await page.getByRole('button', { name: 'Coba dengan perangkat latihan' }).click();
    await detailsOf(page).getByText('Langkah 2 dari 3: Konfirmasi').waitFor();
    const phone = (await detailsOf(page).locator('.phone').first().textContent()) ?? '';
    await detailsOf(page).getByRole('button', { name: 'Konfirmasi', exact: true }).click();
    await sendFromDetails(page);
    await detailsOf(page)
      .getByText(/^44 selesai: /u)
      .waitFor({ timeout: 60_000 });
    await detailsOf(page).getByRole('button', { name: 'CLOSE' }).click();

    await page.goto(`${url}/jangan-kirim`);
    await page.getByRole('link', { name: 'Data pasien' }).click();
    await page.getByLabel('Nomor WA').fill(phone);
    await page.getByRole('button', { name: 'Cari subjek' }).click();
    await page.getByText(/ada di 1 pesan/u).waitFor();
    await inspect(page, 'data-pasien');
    await page.getByRole('button', { name: 'Hapus data' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Hapus data' }).click();
    await page.getByText(/Tidak ada data tentang/u).waitFor();

    // As if the database were older than what was sent.
    const marks = join(dataDir, 'handovers');
    mkdirSync(marks, { recursive: true });
    writeFileSync(join(marks, '0190a0a0-0000-7000-8000-000000000001'), '44 pesan-dari-nanti\n');
    await walk.restart({});
    await page.goto(url);
    await page.getByText(/^Mode aman sejak /u).waitFor();
    await inspect(page, 'mode-aman');
    await page.getByRole('button', { name: 'Lepaskan mode aman' }).click();
    await page.getByRole('dialog').getByText('Lepaskan mode aman?').waitFor();
    await inspect(page, 'mode-aman-lepaskan');
    await page.getByRole('dialog').getByRole('button', { name: 'Lepaskan mode aman' }).click();
    await page.getByText('Mode aman sudah dilepaskan.').waitFor();
    expect(await page.getByText(/^Mode aman sejak /u).count()).toBe(0);
    // The live stream of the open page misses the server while that starts again.
    const others = faults.filter((fault) => !fault.includes('ERR_CONNECTION_REFUSED'));
    expect(others).toEqual([]);
  });
});
