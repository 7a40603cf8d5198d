import { beforeEach, describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { provideApp } from '../../../../testing/provide-app.js';
import { countsOf, runView } from '../../testing/broadcast-views.js';
import { show } from '../../testing/show.js';
import { EndSummary } from './end-summary.js';

const counts = countsOf({
  sent: 380,
  delivered: 400,
  read: 400,
  failed: 31,
  skipped: 28,
  unknown: 1,
});

describe('EndSummary', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: provideApp([]) });
  });

  it('sums up in one sentence', async () => {
    const summary = await show(EndSummary, { run: runView({ state: 'finished', counts }) });
    expect(summary.screen.headings()).toEqual([
      '1.240 selesai: 1.180 terkirim, 31 gagal, 28 dilewati, 1 tidak pasti',
    ]);
  });

  it('says what can be done about each, and shows those', async () => {
    const summary = await show(EndSummary, { run: runView({ state: 'finished', counts }) });
    expect(summary.screen.items()).toHaveLength(4);
    expect(summary.screen.text()).toContain('Periksa chat di HP pengirim');
    const shown: string[] = [];
    summary.component.show.subscribe((state) => shown.push(state));
    summary.screen.button('Lihat yang 1 tidak pasti').click();
    summary.screen.button('Lihat yang 31 gagal').click();
    expect(shown).toEqual(['unknown', 'failed']);
  });

  it('does not call a sending done that was cancelled', async () => {
    const cancelled = countsOf({ sent: 60, cancelled: 140 });
    const run = runView({ state: 'cancelled', counts: cancelled });
    const summary = await show(EndSummary, { run });
    expect(summary.screen.headings()).toEqual([
      'Dibatalkan. 200 penerima: 60 terkirim, 140 dibatalkan',
    ]);
  });

  it('leaves nobody out who was being sent to when it was cancelled', async () => {
    const stopped = countsOf({ sent: 60, sending: 1, cancelled: 139 });
    const run = runView({ state: 'cancelled', counts: stopped });
    const summary = await show(EndSummary, { run });
    expect(summary.screen.headings()).toEqual([
      'Dibatalkan. 200 penerima: 60 terkirim, 139 dibatalkan, 1 menunggu hasil',
    ]);
    expect(summary.screen.text()).toContain('Hasilnya tampil sebentar lagi.');
  });
});
