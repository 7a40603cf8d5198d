import { beforeEach, describe, expect, it } from '@jest/globals';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { FRESH_POLICIES, type SettingsView } from '#contracts/settings.contract.js';
import type { UserView } from '#contracts/user.contract.js';
import { textsLoaded } from '../../../core/i18n/texts.js';
import { provideApp, visit } from '../../../testing/provide-app.js';
import { meView, problemBody } from '../../../testing/views.js';
import { settingsTexts } from '../i18n/settings-texts.js';
import { SettingsPage } from './settings-page.js';

@Component({ template: 'elsewhere' })
class Elsewhere {}

const PATH = '/api/settings';

const view = (over: Partial<SettingsView> = {}): SettingsView => ({
  version: 0,
  policies: FRESH_POLICIES,
  changedAt: null,
  changedBy: null,
  ...over,
});

const person = (over: Partial<UserView> = {}): UserView => ({
  id: '0190a0a0-0000-7000-8000-000000000101',
  username: 'budi',
  displayName: 'Pak Budi',
  roles: ['administrator'],
  devices: 'all',
  status: 'active',
  createdAt: '2026-11-22T07:20:00.000Z',
  linkExpiresAt: null,
  hasSecondFactor: false,
  ...over,
});

describe('SettingsPage', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        ...provideApp([
          { path: '', component: SettingsPage, resolve: { texts: textsLoaded(settingsTexts) } },
          { path: '**', component: Elsewhere },
        ]),
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
      ],
    });
  });

  const open = async (settings = view(), people = [person()]) => {
    const page = await visit('/', SettingsPage);
    await page.settle();
    page.server.expectOne(PATH).flush(settings);
    page.server.expectOne('/api/users').flush({ items: people });
    await page.settle();
    const choose = async (label: string) => {
      page.screen.field(label).click();
      await page.settle();
    };
    const save = async () => {
      page.screen.button('Simpan').click();
      await page.settle();
    };
    return { ...page, choose, save };
  };

  it('says of each policy what it protects from and what it costs, and that it is off', async () => {
    const page = await open();
    const text = page.screen.text();
    expect(text).toContain('Empat mata: Konfirmasi oleh orang lain');
    expect(text).toContain('Melindungi dari');
    expect(text).toContain('Biayanya');
    expect(text).toContain('Mati');
    expect(text).toContain('Belum pernah diubah.');
  });

  it('sends what was chosen with the version that was seen, and says when it counts', async () => {
    const page = await open(view(), [person(), person({ roles: ['confirmer'] })]);
    await page.choose('Pesan kepada banyak penerima');
    page.screen.type('Lebih dari berapa penerima', '20');
    await page.save();
    const asked = page.server.expectOne({ url: PATH, method: 'PUT' });
    const policies = { ...FRESH_POLICIES, fourEyes: { mode: 'above', above: 20 } } as const;
    expect(asked.request.body).toEqual({ version: 0, policies });
    expect(page.screen.text()).not.toContain('Tanpa orang kedua');
    asked.flush(
      view({ version: 1, policies, changedAt: '2026-11-25T07:20:00.000Z', changedBy: 'Sari' }),
    );
    await page.settle();
    await page.settle();
    expect(page.screen.text()).toContain('Terakhir diubah oleh Sari pada 25 Nov 2026 14.20 WIB.');
    expect(page.screen.text()).toContain('Nyala');
    await page.choose('Semua pesan');
    await page.save();
    const again = page.server.expectOne({ url: PATH, method: 'PUT' });
    expect((again.request.body as SettingsView).version).toBe(1);
  });

  it('refuses a number that is none, here', async () => {
    const page = await open();
    await page.choose('Pesan kepada banyak penerima');
    page.screen.type('Lebih dari berapa penerima', '0');
    await page.save();
    page.server.expectNone({ url: PATH, method: 'PUT' });
    expect(page.screen.text()).toContain('Angka bulat dari 1 sampai 1.000.000.');
  });

  it('warns where nobody else may confirm', async () => {
    const page = await open(view(), [
      person(),
      person({ roles: ['viewer'] }),
      person({ status: 'invited', roles: ['confirmer'] }),
    ]);
    expect(page.screen.text()).not.toContain('Tanpa orang kedua');
    await page.choose('Semua pesan');
    expect(page.screen.text()).toContain('Baru 1 orang di Pengguna yang boleh Konfirmasi.');
  });

  it('says who has to switch two-step verification on first, and leads oneself there', async () => {
    const page = await open(view(), [
      person(),
      person({ displayName: 'Ibu Sari', roles: ['confirmer'], hasSecondFactor: true }),
      person({ displayName: 'Ibu Wati', roles: ['operator'] }),
    ]);
    await page.choose('Wajib untuk Administrator dan Pemeriksa; yang lain boleh');
    expect(page.screen.role('status')).toContain('sebelum dapat bekerja lagi: Pak Budi.');
    await page.save();
    const policies = { ...FRESH_POLICIES, secondFactor: { mode: 'required' } } as const;
    const asked = page.server.expectOne({ url: PATH, method: 'PUT' });
    expect(asked.request.body).toEqual({ version: 0, policies });
    asked.flush(view({ version: 1, policies }));
    await page.settle();
    page.server.expectOne('/api/auth/me').flush(meView({ secondFactor: 'needed' }));
    await page.settle();
    expect(TestBed.inject(Router).url).toBe('/langkah-kedua?returnUrl=%2Fpengaturan');
  });

  it('says who was faster, and reads anew', async () => {
    const page = await open();
    await page.choose('Semua pesan');
    await page.save();
    const detail = 'Pengaturan baru saja diubah oleh Pak Budi.';
    page.server
      .expectOne({ url: PATH, method: 'PUT' })
      .flush(problemBody({ status: 409, detail }), { status: 409, statusText: 'x' });
    await page.settle();
    expect(page.screen.role('alert')).toContain(detail);
    page.screen.button('Muat ulang').click();
    await page.settle();
    const policies = { ...FRESH_POLICIES, fourEyes: { mode: 'above', above: 9 } } as const;
    page.server.expectOne(PATH).flush(view({ version: 1, policies }));
    await page.settle();
    expect(page.screen.role('alert')).toBe('');
    expect(page.screen.field('Lebih dari berapa penerima').value).toBe('9');
  });
});
