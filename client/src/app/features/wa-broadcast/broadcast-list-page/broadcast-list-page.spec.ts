import { beforeEach, describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import type { Permission } from '#contracts/user.contract.js';
import { textsLoaded } from '../../../core/i18n/texts.js';
import { Session } from '../../../core/session/session.js';
import { type VisitedPage, provideApp, visit } from '../../../testing/provide-app.js';
import { Screen } from '../../../testing/screen.js';
import { deviceView, meView, problemBody } from '../../../testing/views.js';
import { waBroadcastTexts } from '../i18n/wa-broadcast-texts.js';
import { broadcastView, countsOf, idOf, runView } from '../testing/broadcast-views.js';
import { FakeLive, provideFakeLive } from '../../../testing/fake-live.js';
import { BroadcastListPage } from './broadcast-list-page.js';

const ALL: Permission[] = ['broadcasts:edit', 'broadcasts:confirm', 'broadcasts:send'];

describe('BroadcastListPage', () => {
  let page: VisitedPage;
  const everything = new Screen(document.body);

  beforeEach(() => {
    const resolve = { texts: textsLoaded(waBroadcastTexts) };
    TestBed.configureTestingModule({
      providers: [
        ...provideApp([{ path: '', component: BroadcastListPage, resolve }]),
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
        provideFakeLive(new FakeLive()),
      ],
    });
  });

  const open = async (
    items: BroadcastView[],
    { devices = [deviceView()], permissions = ALL } = {},
  ) => {
    const loaded = TestBed.inject(Session).load();
    page = await visit('/', BroadcastListPage);
    page.server.expectOne('/api/auth/me').flush(meView({ permissions }));
    await loaded;
    page.server.expectOne('/api/devices').flush({ items: devices });
    list().flush({ items, nextCursor: null });
    await page.settle();
  };
  const list = () => page.server.expectOne((call) => call.url === '/api/broadcasts');

  it('says what to do where there is no message', async () => {
    await open([]);
    expect(page.screen.text()).toContain('Belum ada pesan.');
    expect(page.screen.link('Tambah').getAttribute('href')).toBe('/wa-broadcast/tambah');
  });

  it('leads to the numbers first where there is none', async () => {
    await open([], { devices: [] });
    const link = page.screen.link('Hubungkan nomor dulu');
    expect(link.getAttribute('href')).toBe('/wa-connected');
  });

  it('offers the next step of each message, under a name of its own', async () => {
    await open([
      broadcastView({ id: idOf(1), title: 'Satu' }),
      broadcastView({ id: idOf(2), title: 'Dua', status: 'confirmed' }),
    ]);
    const details = page.screen.link('Detail Penerima: Satu');
    expect(details.getAttribute('href')).toBe(`/wa-broadcast/${idOf(1)}/penerima`);
    expect(() => page.screen.button('Kirim Pesan: Satu')).toThrow();
    expect(page.screen.button('Kirim Pesan: Dua').disabled).toBe(false);
  });

  it('hides what a person may not do', async () => {
    await open([broadcastView({ status: 'confirmed' })], { permissions: [] });
    expect(page.screen.link('Detail Penerima: Pengingat kontrol')).toBeTruthy();
    expect(() => page.screen.link('Edit Pesan: Pengingat kontrol')).toThrow();
    expect(() => page.screen.button('Kirim Pesan: Pengingat kontrol')).toThrow();
    expect(() => page.screen.link('Tambah')).toThrow();
  });

  it('marks what is sent from a practice device', async () => {
    const device = { ...broadcastView().device, engine: 'practice' } as const;
    await open([broadcastView({ device })]);
    expect(page.screen.text()).toContain('Latihan');
  });

  it('shows how far a sending is, and cancels it after a question', async () => {
    const run = runView({ counts: countsOf({ sent: 312, pending: 928 }) });
    await open([broadcastView({ status: 'sending', run })]);
    expect(page.screen.text()).toContain('312 dari 1.240');
    page.screen.button('Batalkan: Pengingat kontrol').click();
    await page.settle();
    expect(everything.text()).toContain(
      '928 penerima belum dikirimi dan tidak akan dikirimi lagi.',
    );
    everything.button('Batalkan pengiriman').click();
    await page.settle();
    page.server.expectOne(`/api/broadcasts/${idOf(1)}/cancel`).flush(run);
    await page.settle();
    page.server
      .expectOne(`/api/broadcasts/${idOf(1)}`)
      .flush(broadcastView({ status: 'cancelled', run: { ...run, state: 'cancelled' } }));
    await page.settle();
    expect(page.screen.text()).toContain('dibatalkan');
  });

  it('says how many recipients go with a message that is deleted', async () => {
    await open([broadcastView()]);
    page.screen.button('Hapus Pesan: Pengingat kontrol').click();
    await page.settle();
    expect(everything.text()).toContain('Pesan ini dan 118 penerimanya akan dihapus.');
    everything.button('Hapus Pesan').click();
    await page.settle();
    page.server.expectOne({ method: 'DELETE' }).flush(null);
    await page.settle();
    expect(page.screen.text()).toContain('Belum ada pesan.');
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('does not delete what is being sent, and says what to do first', async () => {
    await open([broadcastView({ status: 'sending', run: runView() })]);
    page.screen.button('Hapus Pesan: Pengingat kontrol').click();
    await page.settle();
    expect(everything.text()).toContain('Batalkan dahulu, lalu hapus.');
    expect(() => everything.button('Hapus Pesan')).toThrow();
    everything.button('OK').click();
    await page.settle();
  });

  it('can be read again when the server failed', async () => {
    page = await visit('/', BroadcastListPage);
    list().flush(problemBody({ title: 'Server terkendala' }), { status: 500, statusText: 'x' });
    await page.settle();
    expect(page.screen.role('alert')).toContain('Server terkendala');
    page.screen.button('Coba lagi').click();
    await page.settle();
    list().flush({ items: [broadcastView()], nextCursor: null });
    await page.settle();
    expect(page.screen.text()).toContain('Pengingat kontrol');
  });
});
