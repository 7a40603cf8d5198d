import { beforeEach, describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import type { DoNotContactEntry } from '#contracts/do-not-contact.contract.js';
import { textsLoaded } from '../../../core/i18n/texts.js';
import { provideApp, visit } from '../../../testing/provide-app.js';
import { Screen } from '../../../testing/screen.js';
import { problemBody } from '../../../testing/views.js';
import { doNotContactTexts } from '../i18n/do-not-contact-texts.js';
import { DoNotContactPage } from './do-not-contact-page.js';

const LIST = '/api/do-not-contact';

const entry = (n: number, over: Partial<DoNotContactEntry> = {}): DoNotContactEntry => ({
  id: `0190a0a0-0000-7000-8000-00000000010${String(n)}`,
  hint: `+62 ••• 000${String(n)}`,
  reason: 'added',
  at: '2026-11-22T07:20:00.000Z',
  by: 'Sari Dewi',
  deviceName: null,
  note: null,
  ...over,
});
const optedOut = entry(2, { reason: 'opted-out', by: null, deviceName: 'Poli Anak' });

describe('DoNotContactPage', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        ...provideApp([
          {
            path: '',
            component: DoNotContactPage,
            resolve: { texts: textsLoaded(doNotContactTexts) },
          },
        ]),
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
      ],
    });
  });

  const open = async (items: DoNotContactEntry[], nextCursor: string | null = null) => {
    const page = await visit('/', DoNotContactPage);
    await page.settle();
    page.server.expectOne(LIST).flush({ items, nextCursor });
    await page.settle();
    const dialog = new Screen(document.body);
    const searched = (typed: string) => {
      page.screen.type('Periksa satu nomor', typed);
      page.screen.button('Cari').click();
      return page.settle();
    };
    return { ...page, dialog, searched };
  };

  it('shows who asked to stop, and whom somebody added', async () => {
    const page = await open([entry(1, { note: 'Pindah rumah sakit' }), optedOut]);
    const text = page.screen.text();
    expect(text).toContain('+62 ••• 0001 ditambahkan 22 Nov 2026 14.20 WIB Sari Dewi');
    expect(text).toContain('Pindah rumah sakit');
    expect(text).toContain('minta berhenti 22 Nov 2026 14.20 WIB penerima sendiri, ke Poli Anak');
  });

  it('says how numbers get here while there is none', async () => {
    const page = await open([]);
    expect(page.screen.text()).toContain('Belum ada nomor. Penerima yang membalas BERHENTI');
  });

  it('reads on where the page ended', async () => {
    const page = await open([entry(1)], 'c1');
    page.screen.button('Tampilkan lebih banyak').click();
    page.server.expectOne(`${LIST}?cursor=c1`).flush({ items: [optedOut], nextCursor: null });
    await page.settle();
    expect(page.screen.text()).toContain('+62 ••• 0002');
    expect(() => page.screen.button('Tampilkan lebih banyak')).toThrow();
  });

  it('looks for one whole number, found or not, and back', async () => {
    const page = await open([entry(1)]);
    await page.searched('0812-0000-0009');
    page.server.expectOne(`${LIST}?search=0812-0000-0009`).flush({ items: [], nextCursor: null });
    await page.settle();
    expect(page.screen.text()).toContain('Nomor ini tidak ada di daftar, jadi tetap dikirimi');

    page.screen.button('Tampilkan semua').click();
    await page.settle();
    page.server.expectOne(LIST).flush({ items: [entry(1)], nextCursor: null });
    await page.settle();
    expect(page.screen.text()).toContain('+62 ••• 0001');
  });

  it('says next to the field why something cannot be looked for', async () => {
    const page = await open([entry(1)]);
    await page.searched('0812');
    const detail = 'Ini bukan nomor telepon.';
    page.server
      .expectOne(`${LIST}?search=0812`)
      .flush(problemBody({ status: 422, detail }), { status: 422, statusText: 'x' });
    await page.settle();
    expect(page.screen.role('alert')).toContain(detail);
    expect(page.screen.text()).not.toContain('+62 ••• 0001');
  });

  it('adds a number, with the refusal of the server at its field', async () => {
    const page = await open([]);
    page.screen.button('Tambah nomor').click();
    await page.settle();
    page.dialog.type('Nomor WA', '0812-0000-0001');
    await page.settle();
    page.dialog.button('Simpan').click();
    await page.settle();
    const refused = page.server.expectOne({ url: LIST, method: 'POST' });
    expect(refused.request.body).toEqual({ phone: '0812-0000-0001', note: null });
    const message = 'Nomor ini sudah ada di daftar berhenti.';
    const errors = [{ pointer: '/phone', code: 'DO_NOT_CONTACT.ALREADY_LISTED', message }];
    refused.flush(problemBody({ errors }), { status: 409, statusText: 'x' });
    await page.settle();
    expect(page.dialog.text()).toContain(message);

    page.dialog.type('Nomor WA', '0812-0000-0003');
    await page.settle();
    page.dialog.button('Simpan').click();
    await page.settle();
    page.server.expectOne({ url: LIST, method: 'POST' }).flush(entry(1));
    await page.settle();
    await page.settle();
    expect(page.screen.text()).toContain('+62 ••• 0001');
    expect(document.querySelector('mat-dialog-container')).toBeNull();
  });

  it('takes a number off after a question that says who asked to stop', async () => {
    const page = await open([entry(1), optedOut]);
    page.screen.button('Hapus +62 ••• 0002 dari daftar').click();
    await page.settle();
    expect(page.dialog.text()).toContain('Pemiliknya sendiri yang minta berhenti.');
    page.dialog.button('Hapus').click();
    await page.settle();
    await page.settle();
    page.server.expectOne({ url: `${LIST}/${optedOut.id}`, method: 'DELETE' }).flush(null);
    await page.settle();
    expect(page.screen.text()).not.toContain('+62 ••• 0002');
    expect(page.screen.text()).toContain('+62 ••• 0001');
  });
});
