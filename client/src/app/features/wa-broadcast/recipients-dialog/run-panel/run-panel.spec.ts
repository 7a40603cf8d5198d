import { beforeEach, describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import type { RunView } from '#contracts/broadcast.contract.js';
import { provideApp } from '../../../../testing/provide-app.js';
import { broadcastView, countsOf, runView } from '../../testing/broadcast-views.js';
import { show } from '../../testing/show.js';
import { RunPanel } from './run-panel.js';

const sent = (done: number): RunView =>
  runView({ counts: countsOf({ sent: done, pending: 1240 - done }) });

describe('RunPanel', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({ providers: provideApp([]) });
  });

  const open = (run: RunView, over: Record<string, unknown> = {}) =>
    show(RunPanel, {
      broadcast: broadcastView({ status: run.state, run }),
      run,
      name: 'Pengingat kontrol',
      maySend: true,
      busy: false,
      ...over,
    });

  it('says how many are done, until when, and that the page may be closed', async () => {
    const today = new Date();
    const panel = await open({ ...sent(312), estimatedEnd: today.toISOString() });
    expect(panel.screen.text()).toContain('312 dari 1.240 · selesai sekitar ');
    expect(panel.screen.text()).toContain('Halaman ini boleh ditutup');
  });

  it('follows the news without moving the bar backwards for failed and skipped ones', async () => {
    const panel = await open(sent(312));
    const bar = panel.element.querySelector('[role="progressbar"]');
    expect(bar?.getAttribute('aria-valuetext')).toBe('312 dari 1.240');
    const counts = countsOf({ sent: 600, failed: 10, skipped: 5, unknown: 5, pending: 620 });
    await panel.set('run', runView({ counts }));
    expect(bar?.getAttribute('aria-valuetext')).toBe('620 dari 1.240');
    expect(bar?.getAttribute('aria-valuenow')).toBe('50');
  });

  it('announces every tenth percent only', async () => {
    const panel = await open(sent(312));
    expect(panel.screen.role('status')).toBe('20 persen selesai');
    await panel.set('run', sent(360));
    expect(panel.screen.role('status')).toBe('20 persen selesai');
    await panel.set('run', sent(372));
    expect(panel.screen.role('status')).toBe('30 persen selesai');
  });

  it('says why it rests by itself and what to do', async () => {
    const paused = { ...sent(312), state: 'paused', pauseReason: 'device-disconnected' } as const;
    const panel = await open(paused);
    expect(panel.screen.text()).toContain(
      'Dijeda: device terputus. Hubungkan lagi, lalu tekan Lanjutkan.',
    );
    expect(panel.screen.button('Lanjutkan: Pengingat kontrol').disabled).toBe(false);
  });

  it('says that it holds back by itself, until when and why, and announces that once', async () => {
    const until = '2099-11-23T00:00:00.000Z';
    const panel = await open({ ...sent(312), waiting: { reason: 'send-hours', until } });
    const sentence = 'Menunggu sampai 23 Nov 2099 07.00 WIB: di luar jam kirim, lanjut sendiri.';
    expect(panel.element.querySelector('prima-callout')?.textContent).toContain(sentence);
    expect(panel.screen.role('status')).toBe(sentence);
    expect(panel.screen.button('Jeda: Pengingat kontrol').disabled).toBe(false);
    await panel.set('run', sent(312));
    expect(panel.screen.text()).not.toContain('Menunggu');
  });

  it('can only be cancelled once its device is gone', async () => {
    const run = { ...sent(312), state: 'paused', pauseReason: 'device-removed' } as const;
    const device = { ...broadcastView().device, status: null };
    const panel = await open(run, { broadcast: broadcastView({ status: 'paused', run, device }) });
    expect(() => panel.screen.button('Lanjutkan: Pengingat kontrol')).toThrow();
    expect(panel.screen.button('Batalkan: Pengingat kontrol').disabled).toBe(false);
  });

  it('asks for the step that was pressed, and offers none to those who may not', async () => {
    const panel = await open(sent(312));
    const steps: string[] = [];
    panel.component.step.subscribe((step) => steps.push(step));
    panel.screen.button('Jeda: Pengingat kontrol').click();
    panel.screen.button('Batalkan: Pengingat kontrol').click();
    expect(steps).toEqual(['pause', 'cancel']);
    await panel.set('maySend', false);
    expect(panel.element.querySelectorAll('button')).toHaveLength(0);
  });
});
