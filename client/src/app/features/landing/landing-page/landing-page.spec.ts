import { beforeEach, describe, expect, it } from '@jest/globals';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { BroadcastSummary } from '#contracts/broadcast.contract.js';
import type { DeviceView, EngineKind } from '#contracts/device.contract.js';
import type { Permission } from '#contracts/user.contract.js';
import { textsLoaded } from '../../../core/i18n/texts.js';
import { Session } from '../../../core/session/session.js';
import { provideApp, visit } from '../../../testing/provide-app.js';
import { deviceView, meView, problemBody } from '../../../testing/views.js';
import { landingTexts } from '../i18n/landing-texts.js';
import { LandingPage } from './landing-page.js';

@Component({ template: 'elsewhere' })
class Elsewhere {}

const EMPTY: BroadcastSummary = { sending: 0, paused: 0, confirmed: 0, drafts: 0, total: 0 };
const TOUR = 'Coba dengan perangkat latihan';

interface World {
  engines?: EngineKind[];
  devices?: DeviceView[];
  summary?: BroadcastSummary;
  permissions?: Permission[];
}

describe('LandingPage', () => {
  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: provideApp([
        {
          path: '',
          pathMatch: 'full',
          component: LandingPage,
          resolve: { texts: textsLoaded(landingTexts) },
        },
        { path: '**', component: Elsewhere },
      ]),
    });
  });

  const open = async ({
    devices = [],
    summary = EMPTY,
    permissions,
    engines = ['whatsapp-web', 'practice'],
  }: World) => {
    const page = await visit('/', LandingPage);
    const me = TestBed.inject(Session).load();
    page.server.expectOne('/api/auth/me').flush(meView(permissions ? { permissions } : {}));
    await me;
    page.server.expectOne('/api/devices').flush({ items: devices });
    page.server.expectOne('/api/broadcasts/summary').flush(summary);
    await page.settle();
    for (const asked of page.server.match('/api/devices/engines')) asked.flush({ items: engines });
    await page.settle();
    return page;
  };

  it('shows both modules with their figures', async () => {
    const page = await open({
      devices: [
        deviceView(),
        deviceView(),
        deviceView({ status: 'disconnected', state: 'unlinked' }),
      ],
      summary: { sending: 1, paused: 0, confirmed: 0, drafts: 1240, total: 1300 },
    });
    expect(page.screen.headings()).toEqual(['Whatsapp Broadcast', 'WA Connected', 'WA Broadcast']);
    expect(page.screen.text()).toContain('2 dari 3 nomor siap');
    expect(page.screen.text()).toContain('1 sedang dikirim · 1.240 draf');
    expect(page.screen.text()).not.toContain('Belum ada nomor yang siap');
  });

  it('says that all is done when nothing waits', async () => {
    const page = await open({ devices: [deviceView()], summary: { ...EMPTY, total: 7 } });
    expect(page.screen.text()).toContain('Semua pesan selesai.');
  });

  it('leads to Tambah Device when no number is ready', async () => {
    const page = await open({ devices: [deviceView({ status: 'connected' })] });
    expect(page.screen.link('Tambah Device').getAttribute('href')).toBe('/wa-connected/tambah');
  });

  it('offers the tour on an empty installation and opens its recipients', async () => {
    const page = await open({});
    page.screen.button(TOUR).click();
    const broadcastId = '0190a0a0-0000-7000-8000-000000000009';
    page.server.expectOne('/api/practice-tour').flush({ broadcastId });
    await page.settle();
    expect(TestBed.inject(Router).url).toBe(`/wa-broadcast/${broadcastId}/penerima`);
  });

  it.each<[string, World]>([
    ['there is a device', { devices: [deviceView()] }],
    ['there is a message', { summary: { ...EMPTY, total: 1 } }],
    ['practice is not offered', { engines: ['whatsapp-web'] }],
    ['the person may only look', { permissions: ['devices:read', 'broadcasts:read'] }],
  ])('offers no tour when %s', async (_, world) => {
    const page = await open(world);
    expect(() => page.screen.button(TOUR)).toThrow();
  });

  it('says what failed and reads again on request', async () => {
    const page = await visit('/', LandingPage);
    page.server.expectOne('/api/devices').flush({ items: [] });
    page.server
      .expectOne('/api/broadcasts/summary')
      .flush(problemBody(), { status: 500, statusText: 'x' });
    await page.settle();
    expect(page.screen.role('alert')).toContain('Tidak bisa begitu.');

    page.screen.button('Coba lagi').click();
    await page.settle();
    page.server.expectOne('/api/devices').flush({ items: [] });
    page.server.expectOne('/api/broadcasts/summary').flush(EMPTY);
    await page.settle();
    expect(page.screen.role('alert')).toBe('');
    expect(page.screen.text()).toContain('Belum ada pesan.');
  });
});
