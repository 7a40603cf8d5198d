import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { HttpClient } from '@angular/common/http';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideApp } from '../../testing/provide-app.js';
import { problemBody } from '../../testing/views.js';
import { LiveStream } from '../live/live-stream.js';
import { DatabaseOutage } from './database-outage.js';

describe('DatabaseOutage', () => {
  let missing: string[] | null;
  let asked: number;
  let outage: DatabaseOutage;

  beforeEach(() => {
    jest.useFakeTimers();
    missing = ['database'];
    asked = 0;
    globalThis.fetch = (() => {
      asked += 1;
      if (missing === null) return Promise.reject(new Error('offline'));
      return Promise.resolve({ json: () => Promise.resolve({ missing }) });
    }) as unknown as typeof fetch;
    TestBed.configureTestingModule({ providers: provideApp([]) });
    outage = TestBed.inject(DatabaseOutage);
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  const fail = (code: string) => {
    TestBed.inject(HttpClient)
      .get('/api/devices')
      .subscribe({ error: () => undefined });
    TestBed.inject(HttpTestingController)
      .expectOne('/api/devices')
      .flush(problemBody({ code }), { status: 503, statusText: 'x' });
  };

  it('begins with a request that failed by it, and not with another refusal', () => {
    fail('IMPORT.BUSY');
    expect(outage.lasts()).toBe(false);
    fail('SERVER.DATABASE_AWAY');
    expect(outage.lasts()).toBe(true);
  });

  it('lasts until the database is back, and has every page read its data again', async () => {
    fail('SERVER.DATABASE_AWAY');
    fail('SERVER.DATABASE_AWAY');
    await jest.advanceTimersByTimeAsync(5_000);
    missing = null;
    await jest.advanceTimersByTimeAsync(5_000);
    expect(asked).toBe(2);
    expect(outage.lasts()).toBe(true);
    const { resync } = TestBed.inject(LiveStream);
    const before = resync();
    missing = ['redis'];
    await jest.advanceTimersByTimeAsync(5_000);
    expect(outage.lasts()).toBe(false);
    expect(resync()).toBe(before + 1);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(asked).toBe(3);
  });
});
