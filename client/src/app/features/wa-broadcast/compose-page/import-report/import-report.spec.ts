import { beforeEach, describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import type { ImportIssue } from '#contracts/recipient-import.contract.js';
import { provideApp } from '../../../../testing/provide-app.js';
import { problemBody } from '../../../../testing/views.js';
import { idOf, importView, recipientView } from '../../testing/broadcast-views.js';
import { type Shown, show } from '../../testing/show.js';
import { ImportReport } from './import-report.js';

const LIST = `/api/recipient-imports/${idOf(4)}`;

const rejected: ImportIssue = {
  id: 1,
  kind: 'rejected',
  rowNumber: 37,
  value: 'belum ada',
  name: 'Ibu Tuti',
  reason: 'not-a-phone',
  params: {},
};
const duplicate: ImportIssue = {
  ...rejected,
  id: 2,
  kind: 'duplicate',
  rowNumber: 41,
  value: '+6281200000012',
  reason: 'duplicate',
  params: { firstRow: 12 },
};

describe('ImportReport', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: provideApp([]) });
  });

  const page = (items: object[], nextCursor: string | null = null) => ({ items, nextCursor });
  const requests = ({ server }: Shown<ImportReport>) => ({
    valid: server.expectOne((call) => call.url === `${LIST}/recipients`),
    duplicate: server.expectOne((call) => call.params.get('kind') === 'duplicate'),
    rejected: server.expectOne((call) => call.params.get('kind') === 'rejected'),
  });
  const open = async (list = importView()) => {
    const report = await show(ImportReport, { list });
    return { report, calls: requests(report) };
  };
  const openTab = async (report: Shown<ImportReport>, label: string) => {
    const tabs = [...report.element.querySelectorAll<HTMLElement>('[role="tab"]')];
    tabs.find((tab) => tab.textContent.trim() === label)?.click();
    await report.settle();
  };
  const tabs = (report: Shown<ImportReport>) =>
    [...report.element.querySelectorAll('[role="tab"]')].map((tab) => tab.textContent.trim());

  it('has a tab for each fate of a row, and they add up to the rows', async () => {
    const { report } = await open();
    expect(tabs(report)).toEqual(['Valid (118)', 'Ganda (2)', 'Ditolak (1)']);
    expect(report.screen.text()).toContain('pasien.xlsx: 121 baris');
  });

  it('opens at the rejected rows with place, value and reason, and offers them as a file', async () => {
    const { report, calls } = await open();
    calls.rejected.flush(page([rejected]));
    await report.settle();
    const text = report.screen.text();
    expect(text).toContain('belum ada');
    expect(text).toContain("Baris 37: 'belum ada' bukan nomor telepon");
    const link = report.screen.link('Unduh baris yang ditolak');
    expect(link.getAttribute('href')).toBe(`${LIST}/rejected.xlsx`);
  });

  it('says how many of the valid rows are skipped, because they asked to stop', async () => {
    const counts = { rows: 120, accepted: 118, duplicates: 2, rejected: 0, optedOut: 3 };
    const { report } = await open(importView({ counts }));
    expect(report.screen.text()).toContain('3 di antara yang valid dilewati (berhenti)');
  });

  it('opens at the valid rows, without a file, where nothing was rejected', async () => {
    const counts = { rows: 120, accepted: 118, duplicates: 2, rejected: 0, optedOut: 0 };
    const { report, calls } = await open(importView({ counts }));
    calls.valid.flush(page([recipientView()]));
    await report.settle();
    expect(report.screen.text()).toContain('+62 812-0000-0007');
    expect(() => report.screen.link('Unduh baris yang ditolak')).toThrow();
  });

  it('names the first row of a repeated number', async () => {
    const { report, calls } = await open();
    calls.duplicate.flush(page([duplicate]));
    await report.settle();
    await openTab(report, 'Ganda (2)');
    expect(report.screen.text()).toContain('Baris 41: +6281200000012 sudah ada di baris 12');
  });

  it('shows more rows when asked, below those that are there', async () => {
    const { report, calls } = await open();
    calls.valid.flush(page([recipientView()], 'after-7'));
    await openTab(report, 'Valid (118)');
    report.screen.button('Tampilkan lebih banyak').click();
    await report.settle();
    const next = report.server.expectOne((call) => call.params.get('cursor') === 'after-7');
    next.flush(page([recipientView({ id: 8, phone: '+6281200000008' })]));
    await report.settle();
    expect(report.screen.text()).toContain('+62 812-0000-0007');
    expect(report.screen.text()).toContain('+62 812-0000-0008');
    expect(() => report.screen.button('Tampilkan lebih banyak')).toThrow();
  });

  it('can be asked again where the rows could not be read', async () => {
    const { report, calls } = await open();
    calls.rejected.flush(problemBody(), { status: 500, statusText: 'x' });
    await report.settle();
    report.screen.button('Coba lagi').click();
    await report.settle();
    report.server
      .expectOne((call) => call.params.get('kind') === 'rejected')
      .flush(page([rejected]));
    await report.settle();
    expect(report.screen.text()).toContain('Baris 37');
  });
});
