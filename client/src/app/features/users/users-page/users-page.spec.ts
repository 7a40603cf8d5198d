import { beforeEach, describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import type { UserLink, UserView } from '#contracts/user.contract.js';
import { textsLoaded } from '../../../core/i18n/texts.js';
import { provideApp, visit } from '../../../testing/provide-app.js';
import { Screen } from '../../../testing/screen.js';
import { deviceView, problemBody } from '../../../testing/views.js';
import { usersTexts } from '../i18n/users-texts.js';
import { UsersPage } from './users-page.js';

const LIST = '/api/users';

const user = (over: Partial<UserView> = {}): UserView => ({
  id: '0190a0a0-0000-7000-8000-000000000101',
  username: 'budi',
  displayName: 'Pak Budi',
  roles: ['operator'],
  devices: [],
  status: 'active',
  createdAt: '2026-11-22T07:20:00.000Z',
  linkExpiresAt: null,
  hasSecondFactor: false,
  ...over,
});

describe('UsersPage', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        ...provideApp([
          { path: '', component: UsersPage, resolve: { texts: textsLoaded(usersTexts) } },
        ]),
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
      ],
    });
  });

  const open = async (items: UserView[]) => {
    const page = await visit('/', UsersPage);
    await page.settle();
    page.server.expectOne(LIST).flush({ items });
    await page.settle();
    return { ...page, dialog: new Screen(document.body) };
  };

  it('says who is here in which role, with which devices', async () => {
    const link = '2026-11-25T07:20:00.000Z';
    const page = await open([
      user(),
      user({
        id: '0190a0a0-0000-7000-8000-000000000102',
        displayName: 'Ani',
        roles: ['administrator'],
        status: 'disabled',
      }),
      user({
        id: '0190a0a0-0000-7000-8000-000000000103',
        displayName: 'tono',
        status: 'invited',
        devices: ['0190a0a0-0000-7000-8000-000000000201'],
        linkExpiresAt: link,
      }),
    ]);
    const text = page.screen.text();
    expect(text).toContain('Pak Budi budiOperatorbelum ada device');
    expect(text).toContain('Administratorsemua device');
    expect(text).toContain('1 device');
    expect(text).toContain('tautan berlaku sampai 25 Nov 2026 14.20 WIB');
    expect(() => page.screen.button('Sesi: Ani')).toThrow();
    expect(page.screen.button('Aktifkan: Ani')).toBeDefined();
  });

  it('invites somebody and shows the link once', async () => {
    const page = await open([]);
    page.screen.button('Tambah pengguna').click();
    await page.settle();
    page.server.expectOne('/api/devices').flush({ items: [deviceView()] });
    await page.settle();
    page.dialog.button('Buat undangan').click();
    await page.settle();
    expect(page.dialog.text()).toContain('Isi nama pengguna');
    page.dialog.type('Nama pengguna', 'tono');
    await page.settle();
    page.dialog.button('Buat undangan').click();
    const asked = page.server.expectOne({ url: LIST, method: 'POST' });
    expect(asked.request.body).toEqual({ username: 'tono', roles: ['operator'], devices: [] });
    const answer: UserLink = {
      user: user({ displayName: 'tono', status: 'invited' }),
      kind: 'invitation',
      token: 'secret-token',
      expiresAt: '2026-11-25T07:20:00.000Z',
    };
    asked.flush(answer);
    await page.settle();
    await page.settle();
    const field = document.querySelector('textarea');
    expect(field?.value).toMatch(/\/undangan#secret-token$/);
    expect(page.dialog.text()).toContain('hanya ditampilkan sekali');
    page.dialog.button('CLOSE').click();
    await page.settle();
    expect(document.querySelector('textarea')).toBeNull();
  });

  it('says why somebody cannot be shut out', async () => {
    const page = await open([user({ roles: ['administrator'] })]);
    page.screen.button('Nonaktifkan: Pak Budi').click();
    await page.settle();
    page.dialog.button('Nonaktifkan').click();
    await page.settle();
    await page.settle();
    const detail = 'Ini administrator terakhir yang aktif.';
    page.server
      .expectOne({ url: `${LIST}/${user().id}/disable`, method: 'POST' })
      .flush(problemBody({ status: 409, detail }), { status: 409, statusText: 'x' });
    await page.settle();
    expect(document.body.textContent).toContain(detail);
  });
});
