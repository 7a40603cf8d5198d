import { beforeEach, describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import type { SubjectRecord, SubjectView } from '#contracts/subject.contract.js';
import { textsLoaded } from '../../../core/i18n/texts.js';
import { Confirm } from '../../../shared/ui/confirm-dialog/confirm.js';
import type { Question } from '../../../shared/ui/confirm-dialog/question.js';
import { provideApp, visit } from '../../../testing/provide-app.js';
import type { VisitedPage } from '../../../testing/provide-app.js';
import { problemBody } from '../../../testing/views.js';
import { subjectsTexts } from '../i18n/subjects-texts.js';
import { SubjectsPage } from './subjects-page.js';

const RECORD: SubjectRecord = {
  broadcastId: '0190a0a0-0000-7000-8000-000000000011',
  title: 'Kontrol',
  text: 'Yth. {nama}',
  deviceName: 'Poli Anak',
  status: 'finished',
  name: 'Sari',
  variables: {},
  state: 'failed',
  reason: 'rejected',
  stateSince: '2026-11-22T07:20:00.000Z',
  attempts: 1,
  blocks: false,
};
const SUBJECT: SubjectView = { phone: '+6281200000077', records: [RECORD], reportRows: 2 };

describe('SubjectsPage', () => {
  let page: VisitedPage;
  let asked: Question[];

  beforeEach(async () => {
    localStorage.clear();
    asked = [];
    const ask = (question: Question) => Promise.resolve(asked.push(question) > 0);
    const texts = textsLoaded(subjectsTexts);
    TestBed.configureTestingModule({
      providers: [
        provideApp([{ path: '', component: SubjectsPage, resolve: { texts } }]),
        { provide: Confirm, useValue: { ask } },
      ],
    });
    page = await visit('/', SubjectsPage);
    await page.settle();
  });

  const search = async (answer: SubjectView): Promise<void> => {
    page.screen.type('Nomor WA', '0812-0000-0077');
    page.screen.button('Cari subjek').click();
    const request = page.server.expectOne('/api/subjects/search');
    expect(request.request.body).toEqual({ phone: '0812-0000-0077' });
    request.flush(answer);
    await page.settle();
    await page.settle();
  };

  it('shows which messages hold a number, with what became of each', async () => {
    await search(SUBJECT);
    expect(page.screen.role('status')).toContain('+62 812-0000-0077: ada di 1 pesan.');
    expect(page.screen.role('status')).toContain('2 baris laporan impor');
    for (const word of ['Kontrol', 'Poli Anak', 'gagal: WhatsApp menolak', '22 Nov 2026']) {
      expect(page.screen.text()).toContain(word);
    }
  });

  it('says so when there is nothing', async () => {
    await search({ ...SUBJECT, records: [], reportRows: 0 });
    expect(page.screen.role('status')).toContain('Tidak ada data tentang +62 812-0000-0077.');
    expect(() => page.screen.button('Hapus data')).toThrow();
  });

  it('erases after a question that names the number', async () => {
    await search({ ...SUBJECT, records: [{ ...RECORD, status: 'confirmed' }] });
    page.screen.button('Hapus data').click();
    await page.settle();
    expect(asked[0]?.title).toContain('+62 812-0000-0077');
    expect(asked[0]?.text).toHaveLength(2);
    const request = page.server.expectOne('/api/subjects/erase');
    expect(request.request.body).toEqual({ phone: '+6281200000077' });
    request.flush({ recipients: 1, reportRows: 2 });
    await page.settle();
    page.server.expectOne('/api/subjects/search').flush({ ...SUBJECT, records: [], reportRows: 0 });
    await page.settle();
    await page.settle();
    expect(page.screen.role('status')).toContain('Tidak ada data');
  });

  it('cannot erase whom a message is being sent to, and says why', async () => {
    await search({
      ...SUBJECT,
      records: [{ ...RECORD, state: 'pending', reason: null, blocks: true }],
    });
    expect(page.screen.button('Hapus data').disabled).toBe(true);
    expect(page.screen.text()).toContain('tambahkan ke Jangan kirim');
  });

  it('shows what the server refuses', async () => {
    page.screen.type('Nomor WA', '0812');
    page.screen.button('Cari subjek').click();
    page.server
      .expectOne('/api/subjects/search')
      .flush(problemBody({ detail: 'Ini bukan nomor telepon.' }), { status: 422, statusText: 'x' });
    await page.settle();
    await page.settle();
    expect(page.screen.role('alert')).toContain('Ini bukan nomor telepon.');
  });
});
