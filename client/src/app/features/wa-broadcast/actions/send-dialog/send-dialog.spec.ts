import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import type { DeviceList } from '#contracts/device.contract.js';
import { provideApp } from '../../../../testing/provide-app.js';
import { deviceView, problemBody } from '../../../../testing/views.js';
import { broadcastView, idOf, reviewView } from '../../testing/broadcast-views.js';
import { show } from '../../testing/show.js';
import { SendDialog } from './send-dialog.js';

const SEND = `/api/broadcasts/${idOf(1)}/send`;

describe('SendDialog', () => {
  const close = jest.fn();

  beforeEach(() => {
    close.mockReset();
  });

  const open = async (
    over: Partial<BroadcastView> = {},
    review = reviewView(),
    devices: DeviceList = { items: [], holders: [] },
  ) => {
    TestBed.configureTestingModule({
      providers: [
        ...provideApp([]),
        { provide: MAT_DIALOG_DATA, useValue: broadcastView({ status: 'confirmed', ...over }) },
        { provide: MatDialogRef, useValue: { close, disableClose: false } },
      ],
    });
    const dialog = await show(SendDialog, {});
    dialog.server.expectOne(`/api/broadcasts/${idOf(1)}/review`).flush(review);
    dialog.server.expectOne('/api/devices').flush(devices);
    await dialog.settle();
    return dialog;
  };

  it('says what goes where, how slowly, until when, and where replies go', async () => {
    const { screen } = await open();
    expect(screen.text()).toContain('Poli Anak · +62 812-0000-0123');
    expect(screen.text()).toContain('118 penerima');
    expect(screen.text()).toContain(
      'Sengaja diberi jeda 8–20 detik agar nomor tidak mudah diblokir. Selesai sekitar ',
    );
    expect(screen.text()).toContain('Sebagian pasien akan menerima pesan malam hari.');
    expect(screen.text()).toContain('Balasan pasien masuk ke HP pengirim.');
  });

  it('says nothing of the night by day, and how many come first', async () => {
    const { screen } = await open({}, reviewView({ inTheNight: false, queuedBefore: 928 }));
    expect(screen.text()).not.toContain('malam');
    expect(screen.text()).toContain('Didahului 928 penerima dari pesan lain di device ini.');
  });

  it('counts days, and says which rules of a young number make it longer', async () => {
    const rules = {
      hours: { from: '07:00', to: '20:00' },
      dailyCap: 20,
      warmingUp: true,
      sentToday: 5,
      days: 3,
    };
    const startsAt = '2099-11-23T00:00:00.000Z';
    const estimatedEnd = '2099-11-25T03:20:00.000Z';
    const { screen } = await open({}, reviewView({ rules, startsAt, estimatedEnd }));
    expect(screen.text()).toContain('Selesai sekitar 25 Nov 2099 10.20 WIB, dalam 3 hari.');
    expect(screen.text()).toContain('Mulai mengirim 23 Nov 2099 07.00 WIB.');
    expect(screen.text()).toContain('Hanya mengirim pukul 07.00–20.00 WIB');
    expect(screen.text()).toContain('hari ini paling banyak 20 pesan, 5 sudah terpakai');
  });

  it('counts those who will be sent to, and names those who opted out', async () => {
    const { screen } = await open({ recipientCount: 121, optedOutCount: 3 });
    expect(screen.text()).toContain('118 penerima · 3 dilewati (berhenti)');
  });

  it('makes one request of a double click, with a key', async () => {
    const { screen, server, settle } = await open();
    const button = screen.button('Kirim');
    button.click();
    button.click();
    await settle();
    // Both clicks at once: expectOne fails on a second request.
    const call = server.expectOne(SEND);
    expect(call.request.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    expect(screen.button('Memulai…').disabled).toBe(true);
    call.flush(broadcastView({ status: 'sending' }));
    await settle();
    expect(close).toHaveBeenCalledWith(true);
    server.verify();
  });

  it('tries again with the same key after an answer was lost', async () => {
    const { screen, server, settle } = await open();
    screen.button('Kirim').click();
    await settle();
    const first = server.expectOne(SEND);
    first.error(new ProgressEvent('error'));
    await settle();
    expect(screen.role('alert')).not.toBe('');
    expect(close).not.toHaveBeenCalled();

    screen.button('Kirim').click();
    await settle();
    const second = server.expectOne(SEND);
    expect(second.request.headers.get('Idempotency-Key')).toBe(
      first.request.headers.get('Idempotency-Key'),
    );
  });

  it('says who was faster, and asks for no second try', async () => {
    const { screen, server, settle } = await open();
    screen.button('Kirim').click();
    await settle();
    const detail = 'Pesan ini sudah dikirim oleh Budi pada 22 Nov 2026 14.20 WIB.';
    const problem = problemBody({ code: 'BROADCAST.ALREADY_SENT', detail });
    server.expectOne(SEND).flush(problem, { status: 409, statusText: 'x' });
    await settle();
    expect(screen.role('alert')).toContain(detail);
    expect(screen.button('Kirim').disabled).toBe(true);
  });

  it('does not send from a device that is not linked', async () => {
    const device = { ...broadcastView().device, status: 'disconnected' } as const;
    const { screen } = await open({ device });
    expect(screen.text()).toContain('Scan Barcode dahulu');
    expect(screen.button('Kirim').disabled).toBe(true);
  });

  it('does not insist on what the device was when the message was read', async () => {
    const device = { ...broadcastView().device, status: 'connected' } as const;
    const items = [deviceView({ id: device.id, status: 'authenticated' })];
    const { screen } = await open({ device }, reviewView(), { items, holders: [] });
    expect(screen.text()).not.toContain('Scan Barcode dahulu');
    expect(screen.button('Kirim').disabled).toBe(false);
  });

  it('says that a practice device sends nothing', async () => {
    const device = { ...broadcastView().device, engine: 'practice' } as const;
    const { screen } = await open({ device });
    expect(screen.text()).toContain('Latihan');
    expect(screen.text()).toContain('tidak ada pesan yang benar-benar terkirim');
    expect(screen.text()).not.toContain('malam hari');
  });
});
