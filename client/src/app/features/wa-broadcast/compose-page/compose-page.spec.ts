import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { Router } from '@angular/router';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import { textsLoaded } from '../../../core/i18n/texts.js';
import { unsavedChangesGuard } from '../../../shared/feedback/unsaved-changes.js';
import { type VisitedPage, provideApp, visit } from '../../../testing/provide-app.js';
import { Screen } from '../../../testing/screen.js';
import { deviceView, problemBody } from '../../../testing/views.js';
import { AttachmentClient } from '../data/attachment-client.js';
import { waBroadcastTexts } from '../i18n/wa-broadcast-texts.js';
import {
  attachmentView,
  broadcastView,
  idOf,
  importView,
  recipientView,
} from '../testing/broadcast-views.js';
import { FakeLive, provideFakeLive } from '../../../testing/fake-live.js';
import { ComposePage } from './compose-page.js';

@Component({ template: 'elsewhere' })
class Elsewhere {}

const ONE = `/api/broadcasts/${idOf(1)}`;
const device = deviceView({ id: idOf(2), engine: 'whatsapp-web' });

describe('ComposePage', () => {
  let page: VisitedPage;
  const everything = new Screen(document.body);

  beforeEach(() => {
    const resolve = { texts: textsLoaded(waBroadcastTexts) };
    const canDeactivate = [unsavedChangesGuard];
    TestBed.configureTestingModule({
      providers: [
        ...provideApp([
          { path: 'tambah', component: ComposePage, resolve, canDeactivate },
          { path: ':id/edit', component: ComposePage, resolve, canDeactivate },
          { path: '**', component: Elsewhere },
        ]),
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
        provideFakeLive(new FakeLive()),
        // Its route provides it, with an HttpClient that tells progress.
        AttachmentClient,
      ],
    });
  });

  afterEach(() => {
    document.querySelector<HTMLElement>('mat-dialog-container button')?.click();
  });

  const create = async () => {
    page = await visit('/tambah', ComposePage);
    page.server.expectOne('/api/devices').flush({ items: [device] });
    await page.settle();
  };
  const edit = async (over: Partial<BroadcastView> = {}) => {
    page = await visit(`/${idOf(1)}/edit`, ComposePage);
    page.server.expectOne(ONE).flush(broadcastView(over));
    await page.settle();
    for (const call of page.server.match('/api/devices')) call.flush({ items: [device] });
    await page.settle();
    const calls = page.server.match((call) => call.url === `${ONE}/recipients`);
    for (const call of calls) call.flush({ items: [recipientView()], nextCursor: null });
    await page.settle();
  };
  const write = async (text: string) => {
    const area = document.querySelector('textarea');
    if (!area) throw new Error('no textarea');
    area.value = text;
    area.dispatchEvent(new Event('input', { bubbles: true }));
    await page.settle();
  };
  const save = async () => {
    page.screen.button('Simpan').click();
    await page.settle();
  };

  it('says all that is missing before it asks the server, and goes to the first fault', async () => {
    await create();
    await save();
    expect(page.screen.text()).toContain('Wajib diisi.');
    expect(page.screen.role('alert')).toContain('Belum ada penerima yang valid.');
    expect(document.activeElement?.tagName).toBe('TEXTAREA');
    page.server.expectNone({ method: 'POST' });
  });

  it('goes to the recipients where only they are missing', async () => {
    await create();
    await write('Halo');
    await save();
    expect(document.activeElement?.id).toBe('recipients-heading');
    page.server.expectNone({ method: 'POST' });
  });

  it('takes the only sender that is ready, which is nothing to lose', async () => {
    await create();
    expect(page.screen.text()).toContain('Poli Anak · +62 812-0000-0123');
    await TestBed.inject(Router).navigateByUrl('/other');
    expect(TestBed.inject(Router).url).toBe('/other');
  });

  it('saves an edit with the revision that it is based on, and leads to Konfirmasi', async () => {
    await edit();
    await write('Yth. {nama}, lusa.');
    await save();
    const call = page.server.expectOne({ method: 'PUT', url: ONE });
    expect(call.request.body).toEqual({
      title: 'Pengingat kontrol',
      text: 'Yth. {nama}, lusa.',
      attachmentId: null,
      deviceId: idOf(2),
      recipientImportId: idOf(4),
      revision: 3,
    });
    call.flush(broadcastView({ revision: 4 }));
    await page.settle();
    expect(TestBed.inject(Router).url).toBe(`/wa-broadcast/${idOf(1)}/penerima`);
  });

  it('says why an edit was refused, and keeps what was typed', async () => {
    await edit();
    await write('Yth. {nama}, lusa.');
    await save();
    const detail = 'Pesan ini baru saja diubah orang lain. Periksa isinya lalu ulangi.';
    const refusal = problemBody({ code: 'BROADCAST.CHANGED', detail });
    page.server
      .expectOne({ method: 'PUT', url: ONE })
      .flush(refusal, { status: 409, statusText: 'x' });
    await page.settle();
    expect(page.screen.role('alert')).toContain(detail);
    expect(document.querySelector('textarea')?.value).toBe('Yth. {nama}, lusa.');
  });

  it('warns that a confirmed message needs Konfirmasi again', async () => {
    const confirmed = { by: 'Budi', at: '2026-11-22T07:20:00.000Z' };
    await edit({ status: 'confirmed', confirmed });
    expect(page.screen.text()).toContain('sudah confirmed oleh Budi');
  });

  it('refuses to edit what is being sent, and says what to do instead', async () => {
    page = await visit(`/${idOf(1)}/edit`, ComposePage);
    page.server.expectOne(ONE).flush(broadcastView({ status: 'sending' }));
    await page.settle();
    expect(page.screen.text()).toContain('sudah mulai dikirim, jadi tidak bisa diubah');
    expect(page.screen.link('Detail Penerima').getAttribute('href')).toBe(
      `/wa-broadcast/${idOf(1)}/penerima`,
    );
    expect(() => page.screen.button('Simpan')).toThrow();
  });

  it('puts what was probably meant in place of a variable that the list does not have', async () => {
    await edit();
    await write('Yth. {name}');
    expect(page.screen.text()).toContain('{name} tidak ada di daftar penerima.');
    page.screen.button('Ganti dengan {nama}').click();
    await page.settle();
    expect(document.querySelector('textarea')?.value).toBe('Yth. {nama}');
    expect(page.screen.text()).toContain('Semua data di dalam pesan ada isinya.');
  });

  it('asks before the stored recipients are replaced, and keeps them when the answer is no', async () => {
    await edit();
    page.screen.button('Ganti daftar').click();
    await page.settle();
    expect(everything.text()).toContain('118 penerima sekarang akan diganti. Lanjut?');
    dialogButton('Batal').click();
    await page.settle();
    expect(page.screen.text()).toContain('118 penerima tersimpan');

    page.screen.button('Ganti daftar').click();
    await page.settle();
    dialogButton('Lanjut').click();
    await page.settle();
    expect(page.screen.text()).not.toContain('118 penerima tersimpan');
    page.screen.button('Batal ganti, pakai daftar yang tersimpan').click();
    await page.settle();
    expect(page.screen.text()).toContain('118 penerima tersimpan');
  });

  it('guards what was typed', async () => {
    await edit();
    await write('something else');
    const left = TestBed.inject(Router).navigateByUrl('/other');
    await page.settle();
    expect(everything.text()).toContain('Perubahan yang belum disimpan akan hilang.');
    dialogButton('Tetap di sini').click();
    expect(await left).toBe(false);
  });

  it('lets a caption be empty but not too long, and saves with the file', async () => {
    await edit({ attachment: attachmentView(), text: '' });
    expect(page.screen.text()).toContain('0 dari 1.024 huruf (keterangan lampiran)');
    await write('x'.repeat(1025));
    await save();
    expect(page.screen.text()).toContain('Maksimal 1024 karakter.');
    await write('');
    await save();
    const call = page.server.expectOne({ method: 'PUT', url: ONE });
    expect(call.request.body).toMatchObject({ text: '', attachmentId: attachmentView().id });
  });

  it('sends the message without its file once that is removed, and needs a text then', async () => {
    await edit({ attachment: attachmentView(), text: '' });
    page.screen.button('Hapus lampiran').click();
    await page.settle();
    await save();
    expect(page.screen.text()).toContain('Wajib diisi.');
    page.server.expectNone({ method: 'PUT', url: ONE });
  });

  it('stores freetext as a list before the message', async () => {
    await create();
    await write('Halo {nama}');
    const list = document.querySelectorAll('textarea')[1];
    if (!list) throw new Error('no freetext');
    list.value = '0812-0000-0001|Ibu Sari';
    list.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 450));
    page.server.expectOne('/api/recipient-imports/freetext-reading').flush({
      counts: { rows: 1, accepted: 1, rejected: 0, duplicates: 0, optedOut: 0 },
      variableNames: [],
      sample: [{ phone: '+6281200000001', name: 'Ibu Sari', variables: {} }],
      issues: [],
    });
    await page.settle();
    expect(page.screen.text()).toContain('1 penerima akan dikirimi');
    await save();
    const freetext = page.server.expectOne('/api/recipient-imports/freetext');
    expect(freetext.request.body).toEqual({ text: '0812-0000-0001|Ibu Sari' });
    freetext.flush(importView({ id: idOf(6), source: 'freetext' }));
    await page.settle();
    const call = page.server.expectOne({ method: 'POST', url: '/api/broadcasts' });
    expect(call.request.body).toEqual({
      title: '',
      deviceId: idOf(2),
      text: 'Halo {nama}',
      attachmentId: null,
      recipientImportId: idOf(6),
    });
  });

  function dialogButton(name: string): HTMLElement {
    const buttons = [
      ...document.querySelectorAll<HTMLElement>('mat-dialog-container:last-of-type button'),
    ];
    const found = buttons.find((button) => button.textContent.trim() === name);
    if (!found) throw new Error(`no button ${name} in the dialog`);
    return found;
  }
});
