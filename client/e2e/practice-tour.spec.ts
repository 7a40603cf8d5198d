import { describe, expect, it } from '@jest/globals';
import { detailsOf, sendFromDetails } from './support/broadcasts.js';
import { inspect, useWalk } from './support/walk.js';

describe('Coba dengan perangkat latihan', () => {
  const walk = useWalk({ PRACTICE_SEED: 'tour', PRACTICE_PACE_SECONDS: '0.02-0.05' });

  it('leads from an empty installation to the fate of 44 fictional patients', async () => {
    const { page, faults } = await walk.loggedIn();
    await page.getByRole('button', { name: 'Coba dengan perangkat latihan' }).click();
    await detailsOf(page).getByText('Langkah 2 dari 3: Konfirmasi').waitFor();
    await inspect(page, 'latihan');
    await detailsOf(page).getByRole('button', { name: 'Konfirmasi', exact: true }).click();
    await sendFromDetails(page);
    await detailsOf(page)
      .getByText(/^44 selesai: /u)
      .waitFor({ timeout: 60_000 });

    await detailsOf(page).getByRole('button', { name: 'CLOSE' }).click();
    await page
      .getByRole('row', { name: /Latihan: pengingat jadwal kontrol/u })
      .getByText('selesai')
      .waitFor();
    await page.getByRole('link', { name: 'Whatsapp', exact: true }).click();
    await page.getByText('1 dari 1 nomor siap').waitFor();
    await page.getByText('Semua pesan selesai.').waitFor();
    expect(await page.getByRole('button', { name: 'Coba dengan perangkat latihan' }).count()).toBe(
      0,
    );
    expect(faults).toEqual([]);
  });
});
