import { beforeAll, describe, expect, it } from '@jest/globals';
import type { WatchedPage } from './support/browser.js';
import {
  confirmedMessage,
  detailsOf,
  patients,
  sendDialogOf,
  sendFromDetails,
} from './support/broadcasts.js';
import { inspect } from './support/walk.js';
import { account, linkByQr, useWhatsapp } from './support/whatsapp.js';

const SENDER = { name: 'Poli Jantung', phone: '0812-0000-0021' };

/** Two hours of the day (WIB) that are not now. */
function otherHours(): string {
  const hour = (new Date().getUTCHours() + 7) % 24;
  return hour >= 4 && hour < 16 ? '20-22' : '08-10';
}

/** Rules that protect real numbers; practice devices obey none of them. */
describe('Sending that holds back by itself', () => {
  const walk = useWhatsapp({
    PACE_SECONDS: '0.1-0.2',
    SEND_HOURS: 'off',
    WARM_UP: 'off',
    FAILURE_STOP: '2/4',
    LONG_PAUSE: '3:5-5',
    RESTORE_STAGGER_SECONDS: '0',
  });
  let watched: WatchedPage;
  const details = () => detailsOf(watched.page);

  beforeAll(async () => {
    watched = await walk.loggedIn();
    await linkByQr(watched.page, walk, SENDER);
  }, 60_000);

  const confirmed = (title: string, first: number, count: number) =>
    confirmedMessage(watched.page, walk.product().url, {
      title,
      text: 'Yth. {nama}, kontrol Anda besok.',
      recipients: patients(first, count),
    });
  /** Starts the product again with other rules; ends when the device is back, so that it is chosen. */
  const restart = async (rules: Readonly<Record<string, string>>) => {
    await walk.restart(rules);
    await watched.page.goto(`${walk.product().url}/wa-connected`);
    const row = watched.page.getByRole('row', { name: /Poli Jantung/u });
    await row.getByText('authenticated').waitFor();
  };
  const cancel = async () => {
    await details()
      .getByRole('button', { name: /^Batalkan/u })
      .click();
    await watched.page.getByRole('button', { name: 'Batalkan pengiriman' }).click();
    await details()
      .getByText(/^Dibatalkan\./u)
      .waitFor();
  };

  it('pauses after failures, and says where to look', async () => {
    const { page } = watched;
    walk.standIn().fault('6281200000702', 'refuse');
    walk.standIn().fault('6281200000703', 'refuse');
    await confirmed('Banyak gagal', 701, 8);
    await sendFromDetails(page);
    await details().getByText('terlalu banyak pesan terakhir yang gagal').first().waitFor();
    await inspect(page, 'dijeda-banyak-gagal');
    await cancel();
  });

  it('rests after a number of messages, and goes on by itself', async () => {
    const { page } = watched;
    await confirmed('Istirahat', 711, 6);
    await sendFromDetails(page);
    await details()
      .getByText(/Menunggu sampai .*: istirahat agar nomor aman/u)
      .first()
      .waitFor();
    await inspect(page, 'menunggu-istirahat');
    await cancel();
  });

  it('waits for tomorrow at the cap of the day', async () => {
    const { page } = watched;
    await restart({ DAILY_CAP: '2', LONG_PAUSE: 'off' });
    await confirmed('Batas harian', 721, 5);
    await sendFromDetails(page);
    await details()
      .getByText(/Menunggu sampai .*: batas pesan hari ini tercapai/u)
      .first()
      .waitFor();
    await inspect(page, 'menunggu-batas-harian');
    await cancel();
  });

  it('waits for the hours in which it may send, which the Kirim dialog tells before', async () => {
    const { page, faults } = watched;
    const before = walk.standIn().outbox().length;
    await restart({ SEND_HOURS: otherHours(), PACE_SECONDS: '8-20', LONG_PAUSE: '50:5-10' });
    await confirmed('Jam kirim', 731, 24);
    await details().getByRole('button', { name: 'Kirim Pesan' }).click();
    const dialog = sendDialogOf(page);
    await dialog.getByText(/Sengaja diberi jeda 8–20 detik/u).waitFor();
    await dialog.getByText(/Mulai mengirim .*\./u).waitFor();
    await dialog.getByText(/Hanya mengirim pukul \d\d\.00–\d\d\.00 WIB/u).waitFor();
    await dialog.getByText(/paling banyak 800 pesan hari ini/u).waitFor();
    await inspect(page, 'kirim-pesan-aturan');
    await dialog.getByRole('button', { name: 'Kirim', exact: true }).click();
    await details()
      .getByText(/Menunggu sampai .*: di luar jam kirim/u)
      .first()
      .waitFor();
    await inspect(page, 'menunggu-jam-kirim');
    await page.goto(`${walk.product().url}/wa-broadcast`);
    await page.getByText('di luar jam kirim').first().waitFor();
    await inspect(page, 'wa-broadcast-menunggu');
    expect(walk.standIn().outbox()).toHaveLength(before);
    expect(walk.standIn().linked(account(SENDER.phone))).toBe(1);
    // While the product was restarting there was nobody to answer.
    expect(faults.filter((fault) => !fault.includes('ERR_CONNECTION_REFUSED'))).toEqual([]);
  });
});
