import { beforeEach, describe, expect, it } from '@jest/globals';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { SafeModeAlarm } from '#contracts/safe-mode.contract.js';
import type { Permission } from '#contracts/user.contract.js';
import { Session } from '../../core/session/session.js';
import { Confirm } from '../../shared/ui/confirm-dialog/confirm.js';
import type { Question } from '../../shared/ui/confirm-dialog/question.js';
import { FakeLive, provideFakeLive } from '../../testing/fake-live.js';
import { provideApp, visit } from '../../testing/provide-app.js';
import type { VisitedPage } from '../../testing/provide-app.js';
import { meView } from '../../testing/views.js';
import { SafeModeBanner } from './safe-mode-banner.js';

@Component({ imports: [SafeModeBanner], template: '<prima-safe-mode-banner />' })
class Page {}

const ALARM: SafeModeAlarm = {
  id: '0190a0a0-0000-7000-8000-0000000000aa',
  reason: 'database-older',
  since: '2026-11-22T07:20:00.000Z',
  backupAt: null,
  broadcasts: 2,
  recipients: 1240,
};

describe('SafeModeBanner', () => {
  let live: FakeLive;
  let page: VisitedPage;
  let asked: Question[];

  beforeEach(() => {
    localStorage.clear();
    live = new FakeLive();
    asked = [];
    const ask = (question: Question) => Promise.resolve(asked.push(question) > 0);
    TestBed.configureTestingModule({
      providers: [
        provideApp([{ path: '', component: Page }]),
        provideFakeLive(live),
        { provide: Confirm, useValue: { ask } },
      ],
    });
  });

  const open = async (alarm: SafeModeAlarm | null, permissions: Permission[]): Promise<void> => {
    page = await visit('/', Page);
    page.server.expectOne('/api/safe-mode').flush({ alarm });
    const me = TestBed.inject(Session).load();
    page.server.expectOne('/api/auth/me').flush(meView({ permissions }));
    await me;
    await page.settle();
  };

  it('is not there while all is well', async () => {
    await open(null, ['safe-mode:release']);
    expect(page.screen.role('status')).toBe('');
    live.say({ type: 'safe-mode-changed', safeMode: { alarm: ALARM } });
    await page.settle();
    expect(page.screen.role('status')).toContain('Mode aman');
  });

  it('names what happened, and whom to ask, to those who may not release', async () => {
    await open(ALARM, ['broadcasts:read']);
    const said = page.screen.role('status');
    expect(said).toContain('2 pengiriman dijeda dan 1.240 penerima menjadi tidak pasti');
    expect(said).toContain('Hubungi administrator');
    expect(() => page.screen.button('Lepaskan mode aman')).toThrow();
  });

  it('names the backup that was restored', async () => {
    const backupAt = '2026-11-22T01:00:00.000Z';
    await open({ ...ALARM, reason: 'restored', backupAt }, ['broadcasts:read']);
    expect(page.screen.role('status')).toContain('cadangan tanggal 22 Nov 2026 08.00 WIB');
  });

  it('is released after a question', async () => {
    await open(ALARM, ['safe-mode:release']);
    page.screen.button('Lepaskan mode aman').click();
    await page.settle();
    expect(asked[0]?.text.join(' ')).toContain('1.240 penerima tidak pasti');
    const request = page.server.expectOne('/api/safe-mode/release');
    expect(request.request.body).toEqual({ id: ALARM.id });
    request.flush({ alarm: null });
    await page.settle();
    await page.settle();
    expect(page.screen.role('status')).toBe('');
  });
});
