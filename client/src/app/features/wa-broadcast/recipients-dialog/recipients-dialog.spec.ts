import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Component, inject, signal } from '@angular/core';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MatDialog } from '@angular/material/dialog';
import type { BroadcastReview, BroadcastView } from '#contracts/broadcast.contract.js';
import type { Permission } from '#contracts/user.contract.js';
import { Language } from '../../../core/i18n/language.js';
import { Session } from '../../../core/session/session.js';
import { provideApp } from '../../../testing/provide-app.js';
import { Screen } from '../../../testing/screen.js';
import { meView, problemBody } from '../../../testing/views.js';
import { BroadcastListStore } from '../data/broadcast-list-store.js';
import { waBroadcastTexts } from '../i18n/wa-broadcast-texts.js';
import {
  broadcastView,
  countsOf,
  idOf,
  recipientView,
  reviewView,
  runView,
} from '../testing/broadcast-views.js';
import { FakeLive, provideFakeLive } from '../../../testing/fake-live.js';
import { RecipientsDialog } from './recipients-dialog.js';

const ONE = `/api/broadcasts/${idOf(1)}`;
const ALL: Permission[] = [
  'broadcasts:confirm',
  'broadcasts:send',
  'recipients:resolve-failed',
  'recipients:resolve-unknown',
];

@Component({ template: '' })
class Host {
  readonly dialog = inject(MatDialog);
}

describe('RecipientsDialog', () => {
  let live: FakeLive;
  let server: HttpTestingController;
  const refreshed: string[] = [];
  const screen = new Screen(document.body);

  beforeEach(async () => {
    live = new FakeLive();
    refreshed.length = 0;
    const list = { refresh: (id: string) => refreshed.push(id) };
    TestBed.configureTestingModule({
      providers: [
        ...provideApp([]),
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
        provideFakeLive(live),
        { provide: BroadcastListStore, useValue: list },
      ],
    });
    server = TestBed.inject(HttpTestingController);
    await TestBed.inject(Language).addScope(waBroadcastTexts);
  });

  afterEach(() => TestBed.inject(MatDialog).closeAll());

  const settle = async () => {
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  };
  const logIn = async (permissions: Permission[]) => {
    const loaded = TestBed.inject(Session).load();
    server.expectOne('/api/auth/me').flush(meView({ permissions }));
    await loaded;
  };
  const recipients = () => server.expectOne((call) => call.url === `${ONE}/recipients`);
  const open = async (
    over: Partial<BroadcastView>,
    review: BroadcastReview | null = reviewView(),
    permissions = ALL,
  ) => {
    await logIn(permissions);
    const { dialog } = TestBed.createComponent(Host).componentInstance;
    dialog.open(RecipientsDialog, { data: { id: signal(idOf(1)) }, autoFocus: 'first-heading' });
    await settle();
    server.expectOne(ONE).flush(broadcastView(over));
    recipients().flush({ items: [recipientView()], nextCursor: null });
    await settle();
    if (review) server.expectOne(`${ONE}/review`).flush(review);
    await settle();
  };

  it('has only the counts when the people were deleted at the end of their retention', async () => {
    const counts = countsOf({ sent: 2, failed: 1 });
    const run = runView({ state: 'finished', counts });
    await open({ status: 'finished', run, text: '', purgedAt: '2026-11-22T07:20:00.000Z' }, null);
    const said = 'Data penerima sudah dihapus sesuai masa simpan (22 Nov 2026)';
    expect(screen.text()).toContain(said);
    expect(screen.text()).toContain('3 selesai: 2 terkirim, 1 gagal');
    for (const gone of ['+62 812', 'Unduh hasil', 'Kirim ulang yang gagal']) {
      expect(screen.text()).not.toContain(gone);
    }
  });

  it('shows what is being confirmed, and that nobody is confirmed yet', async () => {
    await open({});
    expect(screen.text()).toContain('Langkah 2 dari 3: Konfirmasi');
    expect(screen.text()).toContain('Poli Anak +62 812-0000-0123');
    expect(screen.text()).toContain('Yth. {nama}, besok ke {poli}.');
    expect(screen.text()).toContain('belum dikonfirmasi');
    expect(screen.text()).toContain('bila dikirim sekarang');
  });

  it('confirms at once exactly the revision that it shows; Kirim Pesan appears', async () => {
    await open({});
    screen.button('Konfirmasi').click();
    await settle();
    const call = server.expectOne(`${ONE}/confirm`);
    expect(call.request.body).toEqual({ revision: 3 });
    const confirmed = { by: 'Sari Dewi', at: '2026-11-22T07:20:00.000Z' };
    call.flush(broadcastView({ status: 'confirmed', confirmed }));
    await settle();
    server.expectOne(ONE).flush(broadcastView({ status: 'confirmed', confirmed }));
    recipients().flush({ items: [recipientView()], nextCursor: null });
    await settle();
    server.expectOne(`${ONE}/review`).flush(reviewView());
    await settle();

    expect(screen.text()).toContain('confirmed oleh Sari Dewi, 22 Nov 2026 14.20 WIB');
    expect(screen.text()).not.toContain('belum dikonfirmasi');
    expect(document.activeElement).toBe(screen.button('Kirim Pesan'));
    expect(refreshed).toEqual([idOf(1)]);
  });

  describe('under four eyes', () => {
    const me = meView().id;
    const eyes = (id: string, confirmationLost = false) => ({
      makers: [{ id, name: 'Sari Dewi' }],
      editorsUnknown: false,
      confirmationLost,
    });

    it('says who made it, and lets nobody of them confirm', async () => {
      await open({ fourEyes: eyes(me) });
      expect(screen.text()).toContain('Empat mata: dibuat atau terakhir diubah oleh Sari Dewi.');
      expect(screen.text()).toContain('Minta Pemeriksa lain untuk mengonfirmasi.');
      expect(screen.button('Konfirmasi').disabled).toBe(true);
    });

    it('lets others confirm', async () => {
      await open({ fourEyes: eyes(idOf(77)) });
      expect(screen.text()).not.toContain('Minta Pemeriksa lain');
      screen.button('Konfirmasi').click();
      await settle();
      server.expectOne(`${ONE}/confirm`);
    });

    it('asks for another Konfirmasi in place of one from before the policy', async () => {
      const confirmed = { by: 'Sari Dewi', at: '2026-11-22T07:20:00.000Z' };
      await open({ status: 'confirmed', confirmed, fourEyes: eyes(idOf(77), true) });
      expect(screen.text()).toContain('Langkah 2 dari 3: Konfirmasi');
      expect(screen.text()).toContain('Perlu Konfirmasi orang lain.');
      expect(() => screen.button('Kirim Pesan')).toThrow();
      expect(screen.button('Konfirmasi').disabled).toBe(false);
    });

    it('says that nobody can confirm what nobody is known to have changed', async () => {
      await open({ fourEyes: { ...eyes(idOf(77)), editorsUnknown: true } });
      expect(screen.text()).toContain('Buat pesan baru dengan isi yang sama.');
      expect(screen.button('Konfirmasi').disabled).toBe(true);
    });
  });

  it('says inside the dialog that somebody changed it meanwhile, and reads it again', async () => {
    await open({});
    screen.button('Konfirmasi').click();
    await settle();
    const detail = 'Pesan ini baru saja diubah orang lain.';
    const refusal = problemBody({ detail });
    server.expectOne(`${ONE}/confirm`).flush(refusal, { status: 409, statusText: 'x' });
    await settle();
    expect(screen.role('alert')).toContain(detail);
    server.expectOne(ONE).flush(broadcastView({ revision: 4, text: 'Isi baru' }));
    await settle();
    expect(screen.text()).toContain('Isi baru');
  });

  it('names missing values and does not confirm until they are mended', async () => {
    const missing = [
      { variable: 'name', recipients: 118, firstRows: [2, 3], suggestion: 'nama' },
      { variable: 'poli', recipients: 3, firstRows: [4, 9, 12], suggestion: null },
    ];
    await open({}, { ...reviewView(), missing });
    expect(screen.text()).toContain('{name} tidak ada di daftar penerima. Maksud Anda {nama}?');
    expect(screen.text()).toContain('{poli} kosong pada 3 penerima (baris 4, 9, 12).');
    expect(screen.button('Konfirmasi').disabled).toBe(true);
    expect(screen.link('Edit Pesan').getAttribute('href')).toBe(`/wa-broadcast/${idOf(1)}/edit`);
  });

  it('tells those who may not confirm whom to ask', async () => {
    await open({}, reviewView(), ['broadcasts:edit']);
    expect(() => screen.button('Konfirmasi')).toThrow();
    expect(screen.text()).toContain('Akun Anda tidak dapat melakukan Konfirmasi.');
  });

  it('follows a sending, and sums it up at its end', async () => {
    const counts = countsOf({ sent: 60, pending: 58 });
    await open({ status: 'sending', run: runView({ counts }) }, null);
    expect(screen.text()).toContain('60 dari 118');
    const end = countsOf({ read: 110, failed: 7, unknown: 1 });
    const finishedAt = '2026-11-22T07:40:00.000Z';
    const run = runView({ state: 'finished', counts: end, finishedAt });
    live.say({ type: 'run-changed', broadcastId: idOf(1), run });
    await settle();
    expect(screen.headings()).toContain('118 selesai: 110 terkirim, 7 gagal, 1 tidak pasti');
    expect(screen.link('Unduh hasil (.xlsx)').getAttribute('href')).toBe(`${ONE}/results.xlsx`);
  });

  it('sends the failed ones again', async () => {
    const run = runView({ state: 'finished', counts: countsOf({ sent: 1, failed: 2 }) });
    await open({ status: 'finished', run }, null);
    screen.button('Kirim ulang yang gagal').click();
    await settle();
    server.expectOne(`${ONE}/resend-failed`).flush({ resent: 2, broadcastId: idOf(1) });
    await settle();
    server.expectOne(ONE).flush(broadcastView({ status: 'sending', run: runView() }));
    await settle();
    expect(screen.text()).toContain('Halaman ini boleh ditutup');
  });

  it('records a decision and reads what became of it', async () => {
    const run = runView({ state: 'finished', counts: countsOf({ sent: 1, unknown: 1 }) });
    await open({ status: 'finished', run }, null);
    live.say({ type: 'broadcast-changed', broadcastId: idOf(1) });
    await settle();
    server.expectOne(ONE).flush(broadcastView({ status: 'finished', run }));
    await settle();
    screen.button('Lihat yang 1 tidak pasti').click();
    await settle();
    const call = recipients();
    expect(call.request.params.get('state')).toBe('unknown');
    const unsure = recipientView({ state: 'unknown', reason: 'no-answer' });
    call.flush({ items: [unsure], nextCursor: null });
    await settle();

    screen.button('Putuskan untuk Ibu Sari').click();
    await settle();
    screen.button('Tandai terkirim').click();
    await settle();
    const decided = server.expectOne('/api/recipients/7/decision');
    expect(decided.request.body).toEqual({ kind: 'mark-sent' });
    decided.flush(recipientView({ state: 'sent' }));
    await settle();
    server.expectOne(ONE);
    recipients();
  });

  it('closes when the message was deleted', async () => {
    await open({});
    live.say({ type: 'broadcast-removed', broadcastId: idOf(1) });
    await settle();
    await settle();
    expect(TestBed.inject(MatDialog).openDialogs).toHaveLength(0);
  });
});
