import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { RecipientView } from '#contracts/recipient.contract.js';
import { provideApp } from '../../../testing/provide-app.js';
import { idOf, recipientView, runView } from '../testing/broadcast-views.js';
import { FakeLive, provideFakeLive } from '../../../testing/fake-live.js';
import { RecipientPageStore } from './recipient-page-store.js';

const LIST = `/api/broadcasts/${idOf(1)}/recipients`;

describe('RecipientPageStore', () => {
  let live: FakeLive;
  let store: RecipientPageStore;
  let server: HttpTestingController;

  beforeEach(() => {
    jest.useFakeTimers();
    live = new FakeLive();
    TestBed.configureTestingModule({
      providers: [...provideApp([]), provideFakeLive(live), RecipientPageStore],
    });
    store = TestBed.inject(RecipientPageStore);
    server = TestBed.inject(HttpTestingController);
    store.open(idOf(1));
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  const pass = async (milliseconds = 0) => {
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(milliseconds);
    TestBed.tick();
  };
  const call = () => server.expectOne((request) => request.url === LIST);
  const answer = async (items: RecipientView[], nextCursor: string | null = null) => {
    const answered = call();
    answered.flush({ items, nextCursor });
    await pass();
    return answered.request.params;
  };

  it('turns pages by their cursors and back again', async () => {
    await pass();
    await answer([recipientView()], 'after-50');
    expect([store.firstPlace(), store.hasPrevious(), store.hasNext()]).toEqual([1, false, true]);
    store.next();
    await pass();
    expect((await answer([recipientView({ id: 8 })])).get('cursor')).toBe('after-50');
    expect([store.firstPlace(), store.hasPrevious(), store.hasNext()]).toEqual([51, true, false]);
    store.previous();
    await pass();
    expect((await answer([recipientView()], 'after-50')).has('cursor')).toBe(false);
    expect(store.firstPlace()).toBe(1);
  });

  it('does not turn two pages on a double click', async () => {
    await pass();
    await answer([recipientView()], 'after-50');
    store.next();
    await pass();
    store.next();
    await pass();
    expect((await answer([], null)).get('cursor')).toBe('after-50');
    expect(store.firstPlace()).toBe(51);
  });

  it('goes back to the first page when the filter changes', async () => {
    await pass();
    await answer([recipientView()], 'after-50');
    store.next();
    await pass();
    await answer([recipientView()]);
    store.narrow({ state: 'failed', search: 'sari' });
    await pass();
    const params = await answer([]);
    expect([params.get('state'), params.get('search'), params.has('cursor')]).toEqual([
      'failed',
      'sari',
      false,
    ]);
  });

  it('reads the page again while it is being sent, once for many news', async () => {
    await pass();
    await answer([recipientView()]);
    for (const wait of [500, 500, 499]) {
      live.say({ type: 'run-changed', broadcastId: idOf(1), run: runView() });
      live.say({ type: 'run-changed', broadcastId: idOf(9), run: runView() });
      await pass(wait);
    }
    server.expectNone((request) => request.url === LIST);
    await pass(1);
    expect(store.items()).toHaveLength(1);
    await answer([recipientView({ state: 'sent' })]);
    expect(store.items()?.[0]?.state).toBe('sent');
    await pass(5_000);
    server.verify();
  });
});
