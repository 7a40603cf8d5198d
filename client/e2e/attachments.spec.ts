import { beforeAll, describe, expect, it } from '@jest/globals';
import type { WatchedPage } from './support/browser.js';
import { detailsOf, sendDialogOf, writeMessage } from './support/broadcasts.js';
import { attach, makeFiles } from './support/files.js';
import type { ChosenFile } from './support/files.js';
import { linkPracticeDevice } from './support/practice-device.js';
import { inspect, useWalk } from './support/walk.js';

const TITLE = 'Persiapan kontrol';
const MEGABYTE = 1024 * 1024;
/** Width of the film in the preview once its beginning is read; as text, since it runs in the page. */
const FILM_WIDTH = `new Promise((read) => {
  const film = document.querySelector('aside video');
  if (film.videoWidth > 0) read(film.videoWidth);
  film.addEventListener('loadedmetadata', () => read(film.videoWidth));
})`;

describe('WA Broadcast: a file with the message', () => {
  const walk = useWalk({ PRACTICE_SEED: 'files', PRACTICE_PACE_SECONDS: '0.05-0.1' });
  let watched: WatchedPage;
  let files: Awaited<ReturnType<typeof makeFiles>>;
  const preview = () => watched.page.getByRole('complementary');

  beforeAll(async () => {
    watched = await walk.loggedIn();
    files = await makeFiles(walk.browser());
    const device = { name: 'Poli Paru', phone: '0812-0000-0001' };
    await linkPracticeDevice(watched.page, walk.product().url, device);
    await writeMessage(watched.page, walk.product().url, {
      title: TITLE,
      text: 'Yth. {nama}, mohon dibaca sebelum kontrol.',
      recipients: '0812-0000-0011|Ibu Sari\n0812-0000-0012|Pak Budi',
    });
  }, 60_000);

  it('takes a picture, a film and a document, each shown as the patient gets it', async () => {
    const { page } = watched;
    await attach(page, files.image);
    await preview().getByRole('img', { name: 'Gambar lampiran: jadwal poli paru.png' }).waitFor();
    await page.getByText('dari 1.024 huruf (keterangan lampiran)').waitFor();
    await inspect(page, 'lampiran-gambar', page.getByRole('heading', { name: /^Lampiran/u }));
    await attach(page, files.video);
    const film = preview().getByLabel('Video lampiran: cuci tangan.mp4');
    await film.waitFor();
    // It plays: what was uploaded comes back whole.
    expect(await page.evaluate<number>(FILM_WIDTH)).toBe(480);
    await inspect(page, 'lampiran-video', page.getByRole('heading', { name: /^Lampiran/u }));
    await attach(page, files.document);
    await preview()
      .getByRole('link', { name: /^persiapan kontrol\.pdf/u })
      .waitFor();
    await inspect(page, 'lampiran-pdf', page.getByRole('heading', { name: /^Lampiran/u }));
  });

  it('refuses what cannot be sent, says why, and keeps the file before', async () => {
    const { page } = watched;
    const text = Buffer.from('Ini bukan gambar.');
    const half = files.image.buffer.subarray(0, files.image.buffer.length / 2);
    const large = Buffer.concat([files.image.buffer, Buffer.alloc(6 * MEGABYTE)]);
    const refused: [string, ChosenFile][] = [
      ['Jenis berkas ini tidak bisa dikirim.', { ...files.image, buffer: text }],
      ['Berkas ini rusak atau tidak lengkap.', { ...files.image, buffer: half }],
      ['Berkas terlalu besar. Gambar paling besar 5 MB', { ...files.image, buffer: large }],
    ];
    for (const [sentence, file] of refused) {
      await attach(page, file);
      await page.getByRole('alert').getByText(sentence).waitFor();
      await preview()
        .getByRole('link', { name: /^persiapan kontrol\.pdf/u })
        .waitFor();
    }
    await inspect(page, 'lampiran-ditolak', page.getByText('Berkas terlalu besar.'));
  });

  it('goes through Konfirmasi and Kirim Pesan, and another file asks for Konfirmasi again', async () => {
    const { page } = watched;
    const details = detailsOf(page);
    await page.getByRole('button', { name: 'Simpan' }).click();
    await details.getByRole('link', { name: /^persiapan kontrol\.pdf/u }).waitFor();
    await details.getByRole('button', { name: 'Konfirmasi', exact: true }).click();
    await details.getByText('Langkah 3 dari 3: Kirim Pesan').waitFor();
    await details.getByRole('button', { name: 'CLOSE' }).click();
    await page.getByRole('link', { name: `Edit Pesan: ${TITLE}` }).click();
    await preview()
      .getByRole('link', { name: /^persiapan kontrol\.pdf/u })
      .waitFor();
    await attach(page, files.video);
    await preview().getByLabel('Video lampiran: cuci tangan.mp4').waitFor();
    await page.getByRole('button', { name: 'Simpan' }).click();
    await details.getByText(/Diubah oleh Administrator/u).waitFor();
    await inspect(page, 'detail-penerima-video');
    await details.getByRole('button', { name: 'Konfirmasi', exact: true }).click();
    await details.getByRole('button', { name: 'Kirim Pesan' }).click();
    const dialog = sendDialogOf(page);
    await dialog.getByRole('link', { name: /^cuci tangan\.mp4/u }).waitFor();
    await inspect(page, 'kirim-pesan-lampiran');
    await dialog.getByRole('button', { name: 'Kirim', exact: true }).click();
    await details.getByText(/^2 selesai: /u).waitFor();
    await details.getByRole('button', { name: 'CLOSE' }).click();
    await page
      .getByRole('row', { name: /cuci tangan\.mp4/u })
      .getByText('selesai')
      .waitFor();
    await inspect(page, 'wa-broadcast-lampiran');
    expect(watched.faults).toEqual([]);
  });
});
