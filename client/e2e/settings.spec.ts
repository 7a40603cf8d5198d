import { describe, expect, it } from '@jest/globals';
import { inspect, useWalk } from './support/walk.js';

describe('Pengaturan', () => {
  const walk = useWalk({ PRACTICE_SEED: 'settings' });

  it('has everything off, keeps what is switched on, and switches it off again', async () => {
    const { page, faults } = await walk.loggedIn();
    const save = async () => {
      await page.getByRole('button', { name: 'Simpan' }).click();
      await page.getByText('Pengaturan disimpan.').waitFor();
    };
    const isChosen = (name: string) => page.getByRole('radio', { name }).isChecked();
    await page.getByRole('link', { name: 'Pengaturan' }).click();
    await page.getByText('Belum pernah diubah.').waitFor();
    expect(await isChosen('Mati')).toBe(true);
    await page.getByRole('radio', { name: 'Pesan kepada banyak penerima' }).check();
    await page.getByLabel('Lebih dari berapa penerima').fill('0');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByRole('alert').or(page.locator('mat-error')).first().waitFor();
    await page.getByLabel('Lebih dari berapa penerima').fill('25');
    await page.getByText('Baru 1 orang di Pengguna').waitFor();
    await save();
    await inspect(page, 'pengaturan', page.getByRole('heading', { level: 1 }));
    await page.reload();
    await page.getByText('Nyala').waitFor();
    expect(await page.getByLabel('Lebih dari berapa penerima').inputValue()).toBe('25');
    await page.getByRole('radio', { name: 'Mati' }).check();
    await save();
    await page.reload();
    await page.getByText(/^Terakhir diubah oleh/u).waitFor();
    expect(await isChosen('Mati')).toBe(true);
    expect(faults).toEqual([]);
  });
});
