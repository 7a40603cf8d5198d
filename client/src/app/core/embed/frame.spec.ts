import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { HttpClient } from '@angular/common/http';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideApp } from '../../testing/provide-app.js';
import { Language } from '../i18n/language.js';
import { Session } from '../session/session.js';
import { ColorScheme } from '../theme/color-scheme.js';
import { ENTRY_CODE, takeEntryCode } from './entry-code.js';
import { Frame } from './frame.js';
import { FrameAccess } from './frame-access.js';

const HOST = 'https://prima.rs.example';
const ID = '0197a8b0-0000-7000-8000-000000000001';

const access = (token: string, expiresIn = 300_000) => ({
  token,
  expiresIn,
  hostOrigin: HOST,
  me: {
    id: ID,
    username: '',
    displayName: 'Sari Dewi',
    roles: ['operator'],
    permissions: ['devices:read'],
    sessionExpiresAt: '2026-11-22T02:05:00.000Z',
    secondFactor: 'off',
  },
});

describe('Frame', () => {
  let server: HttpTestingController;
  let frame: Frame;
  let told: { type: string; payload: unknown }[];

  beforeEach(() => {
    jest.useFakeTimers();
    told = [];
    jest.spyOn(window.parent, 'postMessage').mockImplementation(((message: never, to: unknown) => {
      expect(to).toBe(HOST);
      told.push(message);
    }) as never);
    TestBed.configureTestingModule({
      providers: [...provideApp([]), { provide: ENTRY_CODE, useValue: 'code' }],
    });
    server = TestBed.inject(HttpTestingController);
    frame = TestBed.inject(Frame);
  });

  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
    document.documentElement.removeAttribute('data-framed');
  });

  const pass = (milliseconds = 0) => jest.advanceTimersByTimeAsync(milliseconds);

  const enter = async (expiresIn?: number): Promise<void> => {
    const started = frame.start();
    const entry = server.expectOne('/api/frame/entry');
    expect(entry.request.body).toEqual({ code: 'code' });
    entry.flush(access('first', expiresIn));
    await started;
  };

  const say = (data: unknown, origin = HOST, source: Window | null = window.parent): void => {
    window.dispatchEvent(new MessageEvent('message', { data, origin, source }));
  };

  const bearer = (): string | null => {
    TestBed.inject(HttpClient).get('/api/devices').subscribe();
    return server.expectOne('/api/devices').request.headers.get('Authorization');
  };

  it('takes its code out of the page', () => {
    document.head.innerHTML = '<meta name="prima-entry" content="abc">';
    expect(takeEntryCode(document)).toBe('abc');
    expect(takeEntryCode(document)).toBeNull();
  });

  it('enters with its code and calls with what it gets', async () => {
    await enter();
    expect(TestBed.inject(Session).me()?.displayName).toBe('Sari Dewi');
    expect(bearer()).toBe('Bearer first');
    expect(told.map(({ type }) => type)).toContain('wa:ready');
  });

  it('is over when the code does not hold', async () => {
    const started = frame.start();
    server.expectOne('/api/frame/entry').flush({}, { status: 401, statusText: 'Over' });
    await started;
    expect(TestBed.inject(FrameAccess).isOver()).toBe(true);
  });

  it('asks for a token a minute ahead, and again, until it gets one', async () => {
    await enter();
    const asked = () => told.filter(({ type }) => type === 'wa:token-needed').length;
    await pass(239_999);
    expect(asked()).toBe(0);
    await pass(20_001);
    expect(asked()).toBe(3);
    say({ v: 1, type: 'wa:token', payload: { token: 'a.b.c' } });
    server.expectOne('/api/frame/renewal').flush(access('second'));
    await pass(60_000);
    expect(asked()).toBe(3);
    expect(bearer()).toBe('Bearer second');
  });

  it('is over when the dashboard does not answer, whatever the server refuses meanwhile', async () => {
    await enter();
    say({ v: 1, type: 'wa:token', payload: { token: 'a.b.c' } });
    server.expectOne('/api/frame/renewal').flush({}, { status: 403, statusText: 'No' });
    await pass(299_000);
    TestBed.tick();
    expect(TestBed.inject(FrameAccess).isOver()).toBe(false);
    await pass(1_000);
    TestBed.tick();
    expect(TestBed.inject(FrameAccess).isOver()).toBe(true);
    expect(TestBed.inject(Session).me()).toBeNull();
    expect(bearer()).toBeNull();
  });

  it('follows theme and language of the dashboard, and ignores what it does not know', async () => {
    await enter();
    say({ v: 1, type: 'wa:theme', payload: { theme: 'dark' } });
    say({ v: 1, type: 'wa:theme', payload: { theme: '"><script>' } });
    say({ v: 2, type: 'wa:theme', payload: { theme: 'light' } });
    say({ v: 1, type: 'wa:lang', payload: { lang: 'en' } });
    say('wa:logout');
    await pass();
    expect(TestBed.inject(ColorScheme).current()).toBe('dark');
    expect(TestBed.inject(Language).current()).toBe('en');
    expect(TestBed.inject(FrameAccess).isOver()).toBe(false);
  });

  it.each([
    ['another origin', 'https://prima.rs.example.evil', window.parent],
    ['no origin', 'null', window.parent],
    ['another window', HOST, null],
  ])('hears nothing from %s', async (_, origin, source) => {
    await enter();
    say({ v: 1, type: 'wa:logout' }, origin, source);
    expect(TestBed.inject(FrameAccess).isOver()).toBe(false);
  });

  it('is gone at once when the dashboard says so, and tells the server', async () => {
    await enter();
    say({ v: 1, type: 'wa:logout' });
    expect(TestBed.inject(FrameAccess).isOver()).toBe(true);
    const end = server.expectOne({ method: 'DELETE', url: '/api/frame' });
    expect(end.request.headers.get('Authorization')).toBe('Bearer first');
    end.flush(null);
    await pass();
  });
});
