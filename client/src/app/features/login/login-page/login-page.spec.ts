import { beforeEach, describe, expect, it } from '@jest/globals';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { textsLoaded } from '../../../core/i18n/texts.js';
import { Session } from '../../../core/session/session.js';
import { provideApp, visit } from '../../../testing/provide-app.js';
import { meView, problemBody } from '../../../testing/views.js';
import { loginTexts } from '../i18n/login-texts.js';
import { LoginPage } from './login-page.js';

@Component({ template: 'elsewhere' })
class Elsewhere {}

const LOGIN = '/api/auth/login';

describe('LoginPage', () => {
  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: provideApp([
        { path: 'login', component: LoginPage, resolve: { texts: textsLoaded(loginTexts) } },
        { path: '**', component: Elsewhere },
      ]),
    });
  });

  const open = async (url = '/login', setupNeeded = false) => {
    const page = await visit(url, LoginPage);
    page.server.expectOne('/api/auth/status').flush({ setupNeeded });
    await page.settle();
    return page;
  };

  const submit = async (page: Awaited<ReturnType<typeof open>>) => {
    page.screen.type('Nama pengguna', 'sari');
    page.screen.type('Kata sandi', 'rahasia');
    page.screen.button('Login').click();
    await page.settle();
    return page.server.expectOne(LOGIN);
  };

  it('sends what was typed and leads to the first page', async () => {
    const page = await open();
    const request = await submit(page);
    expect(request.request.body).toEqual({ username: 'sari', password: 'rahasia' });
    request.flush(meView());
    await page.settle();

    expect(TestBed.inject(Router).url).toBe('/');
    expect(TestBed.inject(Session).me()?.displayName).toBe('Sari Dewi');
  });

  it('leads back to where the person wanted to go', async () => {
    const page = await open('/login?returnUrl=%2Fwa-broadcast%2Ftambah');
    (await submit(page)).flush(meView());
    await page.settle();
    expect(TestBed.inject(Router).url).toBe('/wa-broadcast/tambah');
  });

  it("shows the server's one sentence as an alert, and can be tried again", async () => {
    const page = await open();
    const detail = 'Nama pengguna atau kata sandi salah.';
    (await submit(page)).flush(problemBody({ detail }), { status: 401, statusText: 'x' });
    await page.settle();

    expect(page.screen.role('alert')).toBe(detail);
    expect(page.screen.button('Login').disabled).toBe(false);
    expect(TestBed.inject(Router).url).toBe('/login');
  });

  describe('asks who has a second factor for a code', () => {
    const CODE = '/api/auth/login/code';
    const asked = async () => {
      const page = await open('/login?returnUrl=%2Fwa-connected');
      (await submit(page)).flush({ pending: 'word', pendingUntil: '2026-11-22T07:25:00.000Z' });
      await page.settle();
      expect(page.screen.headings()).toEqual(['Masukkan kode verifikasi']);
      page.screen.type('Kode 6 angka', '123 456');
      page.screen.button('Lanjut').click();
      await page.settle();
      return { page, request: page.server.expectOne(CODE) };
    };

    it('and then leads on', async () => {
      const { page, request } = await asked();
      expect(TestBed.inject(Session).me()).toBeNull();
      expect(request.request.body).toEqual({ pending: 'word', code: '123 456' });
      request.flush(meView({ secondFactor: 'on' }));
      await page.settle();
      expect(TestBed.inject(Router).url).toBe('/wa-connected');
    });

    it('again when it was wrong, or a recovery code', async () => {
      const { page, request } = await asked();
      const detail = 'Kode salah atau sudah pernah dipakai.';
      const errors = [{ pointer: '/code', code: 'AUTH.WRONG_CODE', message: detail }];
      request.flush(problemBody({ status: 422, errors }), { status: 422, statusText: 'x' });
      await page.settle();
      expect(page.screen.text()).toContain(detail);
      page.screen.button('Ponsel tidak ada? Pakai kode pemulihan').click();
      await page.settle();
      expect(page.screen.field('Kode pemulihan').value).toBe('');
    });

    it('and for the password again when that took too long', async () => {
      const { page, request } = await asked();
      const over = problemBody({ status: 401, code: 'AUTH.LOGIN_OVER' });
      request.flush(over, { status: 401, statusText: 'x' });
      await page.settle();
      expect(page.screen.field('Nama pengguna').value).toBe('sari');
      expect(page.screen.field('Kata sandi').value).toBe('');
    });
  });

  it('is busy while the server thinks: a second press sends nothing', async () => {
    const page = await open();
    await submit(page);
    expect(page.screen.button('Memeriksa…').disabled).toBe(true);
    page.screen.button('Memeriksa…').click();
    await page.settle();
    page.server.expectNone(LOGIN);
  });

  it('asks for what is missing before it asks the server', async () => {
    const page = await open();
    page.screen.button('Login').click();
    await page.settle();

    page.server.expectNone(LOGIN);
    expect(page.screen.text()).toContain('Wajib diisi.');
    expect(document.activeElement).toBe(page.screen.field('Nama pengguna'));
  });

  it('shows and hides the password', async () => {
    const page = await open();
    page.screen.button('Tampilkan kata sandi').click();
    await page.settle();
    expect(page.screen.field('Kata sandi').type).toBe('text');
    page.screen.button('Sembunyikan kata sandi').click();
    await page.settle();
    expect(page.screen.field('Kata sandi').type).toBe('password');
  });

  it('tells of the set-up link when there is nobody yet', async () => {
    const page = await open('/login', true);
    expect(page.screen.role('status')).toContain('tautan penyiapan');
  });
});
