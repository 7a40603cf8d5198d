import { beforeEach, describe, expect, it } from '@jest/globals';
import { HttpTestingController } from '@angular/common/http/testing';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { Router } from '@angular/router';
import { Language } from '../core/i18n/language.js';
import { LiveStream } from '../core/live/live-stream.js';
import { overlayPage, page as pageData } from '../core/navigation/page-data.js';
import { PageFocus } from '../core/navigation/page-focus.js';
import { authGuard, guestGuard } from '../core/session/auth-guard.js';
import { Session } from '../core/session/session.js';
import { SessionEnd } from '../core/session/session-end.js';
import { provideApp, visit } from '../testing/provide-app.js';
import { meView, problemBody } from '../testing/views.js';
import { Shell } from './shell.js';

@Component({ template: '<h1 tabindex="-1">Login</h1>' })
class Login {}

@Component({ template: '<h1 tabindex="-1">Device</h1>' })
class Devices {}

@Component({ template: '<h1 tabindex="-1">Pesan</h1>' })
class Broadcasts {}

class FakeLive {
  readonly opened = signal(false);
  readonly offline = signal(false);
  readonly resync = signal(0);
  on(): void {
    // Nothing is told here.
  }
  open(): void {
    this.opened.set(true);
  }
  close(): void {
    this.opened.set(false);
  }
}

describe('Shell', () => {
  let live: FakeLive;

  beforeEach(() => {
    localStorage.clear();
    live = new FakeLive();
    TestBed.configureTestingModule({
      providers: [
        { provide: LiveStream, useValue: live },
        provideApp([
          { path: 'login', component: Login, canActivate: [guestGuard], data: pageData('login') },
          {
            path: '',
            component: Shell,
            data: pageData('landing'),
            canActivate: [authGuard],
            children: [
              { path: 'wa-connected', component: Devices, data: pageData('waConnected') },
              {
                path: 'wa-broadcast',
                component: Broadcasts,
                data: pageData('waBroadcast'),
                children: [{ path: ':id/penerima', children: [], data: overlayPage('recipients') }],
              },
            ],
          },
        ]),
      ],
    });
    TestBed.inject(PageFocus);
  });

  const open = async (url: string) => {
    const me = TestBed.inject(Session).load();
    TestBed.inject(HttpTestingController).expectOne('/api/auth/me').flush(meView());
    await me;
    const opened = await visit(url, Shell);
    await opened.settle();
    return opened;
  };

  it('shows where one is, in breadcrumb, tab and title', async () => {
    const { screen } = await open('/wa-connected');
    expect(screen.items()).toEqual(['Dashboard', 'API', 'Whatsapp', 'WA Connected']);
    expect(screen.link('Whatsapp').getAttribute('href')).toBe('/');
    expect(screen.link('WA Connected').getAttribute('aria-current')).toBe('page');
    expect(screen.link('WA Broadcast').getAttribute('aria-current')).toBeNull();
    expect(TestBed.inject(Title).getTitle()).toBe('WA Connected · Prima WhatsApp Broadcast');
  });

  it('follows a change of language without leaving the page', async () => {
    const { screen, settle } = await open('/wa-broadcast/7/penerima');
    await TestBed.inject(Language).use('en');
    await settle();
    expect(screen.link('Skip to content')).toBeTruthy();
    expect(TestBed.inject(Title).getTitle()).toBe('Recipients · Prima WhatsApp Broadcast');
  });

  it('keeps the live stream open while it stands', async () => {
    const { harness } = await open('/wa-connected');
    expect(live.opened()).toBe(true);
    TestBed.inject(Session).forget();
    await harness.navigateByUrl('/login');
    expect(live.opened()).toBe(false);
  });

  it('says when the connection is lost', async () => {
    const { screen, settle } = await open('/wa-connected');
    expect(screen.role('status')).toBe('');
    live.offline.set(true);
    await settle();
    expect(screen.role('status')).toContain('Pesan tidak perlu dikirim ulang.');
  });

  it('leads to login, and back afterwards, when the session ends', async () => {
    const { settle } = await open('/wa-connected');
    TestBed.inject(SessionEnd).announce();
    await settle();
    await settle();
    expect(TestBed.inject(Router).url).toBe('/login?returnUrl=%2Fwa-connected');
    expect(TestBed.inject(Session).me()).toBeNull();
  });

  it('leads people who are not logged in to login, and remembers the deep link', async () => {
    const opening = visit('/wa-broadcast/7/penerima', Login);
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.inject(HttpTestingController)
      .expectOne('/api/auth/me')
      .flush(problemBody(), { status: 401, statusText: 'x' });
    await opening;
    expect(TestBed.inject(Router).url).toBe('/login?returnUrl=%2Fwa-broadcast%2F7%2Fpenerima');
  });

  it('moves the focus to the heading of the next page, but not for a dialog over a page', async () => {
    const { harness, screen, settle } = await open('/wa-connected');
    await harness.navigateByUrl('/wa-broadcast');
    await settle();
    expect(document.activeElement?.textContent).toBe('Pesan');

    const opener = screen.link('WA Broadcast');
    for (const url of ['/wa-broadcast/7/penerima', '/wa-broadcast']) {
      opener.focus();
      await harness.navigateByUrl(url);
      await settle();
      expect(document.activeElement).toBe(opener);
    }
  });

  it('skips to the content', async () => {
    const { screen } = await open('/wa-connected');
    screen.link('Langsung ke isi halaman').click();
    expect(document.activeElement?.tagName).toBe('MAIN');
  });
});
