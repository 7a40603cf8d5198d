import { beforeEach, describe, expect, it } from '@jest/globals';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { textsLoaded } from '../../../core/i18n/texts.js';
import { provideApp, visit } from '../../../testing/provide-app.js';
import { meView, problemBody } from '../../../testing/views.js';
import { setupTexts } from '../i18n/setup-texts.js';
import { SetupPage } from './setup-page.js';

@Component({ template: 'elsewhere' })
class Elsewhere {}

const SETUP = '/api/auth/setup';
const PASSWORD = 'empat kata acak begini';

describe('SetupPage', () => {
  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: provideApp([
        { path: 'setup', component: SetupPage, resolve: { texts: textsLoaded(setupTexts) } },
        { path: '**', component: Elsewhere },
      ]),
    });
  });

  const open = async (url = '/setup?token=abc', setupNeeded = true) => {
    const page = await visit(url, SetupPage);
    page.server.expectOne('/api/auth/status').flush({ setupNeeded });
    await page.settle();
    return page;
  };

  const fill = (page: Awaited<ReturnType<typeof open>>, repeat = PASSWORD) => {
    page.screen.type('Nama', 'Sari Dewi');
    page.screen.type('Nama pengguna', 'sari');
    page.screen.type('Kata sandi', PASSWORD);
    page.screen.type('Ulangi kata sandi', repeat);
    page.screen.button('Simpan').click();
    return page.settle();
  };

  it('creates the administrator with the token of the link', async () => {
    const page = await open();
    await fill(page);
    const request = page.server.expectOne(SETUP);
    expect(request.request.body).toEqual({
      token: 'abc',
      displayName: 'Sari Dewi',
      username: 'sari',
      password: PASSWORD,
    });
    request.flush(meView());
    await page.settle();
    expect(TestBed.inject(Router).url).toBe('/');
  });

  it('sends nothing while the two passwords differ', async () => {
    const page = await open();
    await fill(page, `${PASSWORD}!`);
    page.server.expectNone(SETUP);
    expect(page.screen.text()).toContain('Belum sama dengan kata sandi di atas.');
  });

  it("puts the server's fault of a field to that field and the focus there", async () => {
    const page = await open();
    await fill(page);
    const errors = [{ pointer: '/username', code: 'USERS.TAKEN', message: 'Sudah dipakai.' }];
    page.server
      .expectOne(SETUP)
      .flush(problemBody({ errors }), { status: 409, statusText: 'Conflict' });
    await page.settle();

    const field = page.screen.field('Nama pengguna');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field);
    expect(page.screen.text()).toContain('Sudah dipakai.');
    expect(page.screen.role('alert')).not.toContain('Tidak bisa begitu.');
  });

  it('says what the module can see on a linked phone', async () => {
    const page = await open();
    expect(page.screen.text()).toContain('dapat membaca semua chat');
  });

  it('rates the password while it is typed', async () => {
    const page = await open();
    page.screen.type('Kata sandi', 'pendek');
    await page.settle();
    expect(page.screen.role('status')).toContain('terlalu pendek');
  });

  it('does not call a password strong that the server has refused', async () => {
    const page = await open();
    await fill(page);
    expect(page.screen.text()).toContain('Kekuatan kata sandi: kuat');
    const errors = [{ pointer: '/password', code: 'X', message: 'Mudah ditebak.' }];
    page.server
      .expectOne(SETUP)
      .flush(problemBody({ errors }), { status: 422, statusText: 'Unprocessable' });
    await page.settle();
    expect(page.screen.text()).toContain('Mudah ditebak.');
    expect(page.screen.text()).not.toContain('Kekuatan kata sandi');
    page.screen.type('Kata sandi', `${PASSWORD} lagi`);
    await page.settle();
    expect(page.screen.text()).toContain('Kekuatan kata sandi: kuat');
  });

  it('leads to login when there is an administrator already', async () => {
    const page = await open('/setup?token=abc', false);
    page.screen.link('Ke halaman login').click();
    await page.settle();
    expect(TestBed.inject(Router).url).toBe('/login');
  });

  it('explains the link when the token is missing', async () => {
    const page = await open('/setup');
    expect(page.screen.text()).toContain('Salin tautan itu seutuhnya.');
  });
});
