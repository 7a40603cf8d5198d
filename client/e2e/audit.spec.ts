import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { linkPracticeDevice } from './support/practice-device.js';
import { inspect, useWalk } from './support/walk.js';

describe('Audit', () => {
  const walk = useWalk({ PRACTICE_SEED: 'audit' });

  it('shows who did what, filters it, and is downloaded', async () => {
    const { page, faults } = await walk.loggedIn();
    const { url } = walk.product();
    await linkPracticeDevice(page, url, { name: 'Poli Anak', phone: '0812-0000-0001' });
    await page
      .getByRole('navigation', { name: 'Modul' })
      .getByRole('link', { name: 'Audit' })
      .click();
    const rows = page.getByRole('row');
    await rows.filter({ hasText: 'Menambah device' }).waitFor();
    await rows.filter({ hasText: 'Membuat administrator pertama' }).waitFor();
    await inspect(page, 'audit');

    await page.getByLabel('Tindakan').selectOption('Menambah device');
    await rows.filter({ hasText: 'Masuk' }).first().waitFor({ state: 'detached' });
    expect(await rows.count()).toBe(2);
    await page.getByRole('button', { name: /^Hanya objek ini: Device/u }).click();
    await page.getByLabel('Tindakan').selectOption('Semua');
    await rows.filter({ hasText: 'Device terhubung' }).waitFor();
    await rows.filter({ hasText: 'nama: Poli Anak' }).first().waitFor();
    const saving = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Unduh audit (.xlsx)' }).click();
    const file = await (await saving).path();
    const sheet = unzipSync(readFileSync(file))['xl/worksheets/sheet1.xml'];
    expect(strFromU8(sheet ?? new Uint8Array())).toContain('Device terhubung');

    await page.getByLabel('Dari tanggal').fill('2020-01-02');
    await page.getByLabel('Sampai tanggal').fill('2020-01-02');
    await page.getByText('Tidak ada entri yang cocok dengan saringan ini.').waitFor();
    await inspect(page, 'audit-kosong');
    await page.getByRole('button', { name: 'Hapus saringan' }).click();
    await rows.filter({ hasText: 'Mengunduh audit' }).waitFor();
    expect(faults).toEqual([]);
  });
});
