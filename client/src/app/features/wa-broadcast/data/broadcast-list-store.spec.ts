import { beforeEach, describe, expect, it } from '@jest/globals';
import { HttpTestingController, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import { provideApp } from '../../../testing/provide-app.js';
import { problemBody } from '../../../testing/views.js';
import { broadcastView, idOf, runView } from '../testing/broadcast-views.js';
import { FakeLive, provideFakeLive } from '../../../testing/fake-live.js';
import { BroadcastListStore } from './broadcast-list-store.js';

describe('BroadcastListStore', () => {
  let live: FakeLive;
  let store: BroadcastListStore;
  let server: HttpTestingController;

  beforeEach(() => {
    live = new FakeLive();
    TestBed.configureTestingModule({
      providers: [...provideApp([]), provideFakeLive(live), BroadcastListStore],
    });
    store = TestBed.inject(BroadcastListStore);
    server = TestBed.inject(HttpTestingController);
  });

  const settle = async () => {
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  };
  const listCall = () => server.expectOne((call) => call.url === '/api/broadcasts');
  const answer = async (call: TestRequest, items: BroadcastView[], nextCursor?: string) => {
    call.flush({ items, nextCursor: nextCursor ?? null });
    await settle();
  };
  const start = async (items: BroadcastView[], nextCursor?: string) => {
    await settle();
    await answer(listCall(), items, nextCursor);
    // As a screen does that shows it.
    store.items();
  };
  const ids = () => store.items()?.map(({ id }) => id);
  const message = (n: number, over: Partial<BroadcastView> = {}) =>
    broadcastView({ id: idOf(n), ...over });

  it('knows nothing until the list was read', async () => {
    await settle();
    expect(store.items()).toBeUndefined();
    await answer(listCall(), []);
    expect(store.items()).toEqual([]);
  });

  it('asks for what the filter leaves, and shows the old list until it is there', async () => {
    await start([message(3)]);
    store.narrow({ status: 'paused', search: 'vaksin' });
    await settle();
    expect(ids()).toEqual([idOf(3)]);
    const call = listCall();
    expect(call.request.params.get('status')).toBe('paused');
    expect(call.request.params.get('search')).toBe('vaksin');
    await answer(call, []);
    expect(ids()).toEqual([]);
  });

  it('follows the news of a sending without asking', async () => {
    await start([message(3, { status: 'sending', run: runView() })]);
    live.say({ type: 'run-changed', broadcastId: idOf(3), run: runView({ state: 'paused' }) });
    expect(store.items()?.[0]?.status).toBe('paused');
    server.verify();
  });

  it('reads a changed message again, and puts a new one where it belongs', async () => {
    await start([message(3), message(1)]);
    live.say({ type: 'broadcast-changed', broadcastId: idOf(2) });
    server.expectOne(`/api/broadcasts/${idOf(2)}`).flush(message(2));
    await settle();
    expect(ids()).toEqual([idOf(3), idOf(2), idOf(1)]);
    live.say({ type: 'broadcast-changed', broadcastId: idOf(3) });
    server.expectOne(`/api/broadcasts/${idOf(3)}`).flush(message(3, { title: 'Baru' }));
    await settle();
    expect(store.items()?.[0]?.title).toBe('Baru');
  });

  it('does not show a new message that the filter leaves out', async () => {
    await start([message(3)]);
    store.narrow({ status: 'paused' });
    await settle();
    await answer(listCall(), []);
    live.say({ type: 'broadcast-changed', broadcastId: idOf(9) });
    server.expectOne(`/api/broadcasts/${idOf(9)}`).flush(message(9));
    await settle();
    expect(ids()).toEqual([]);
  });

  it('does not show an old message between pages that were not read yet', async () => {
    await start([message(8), message(7)], 'after-7');
    live.say({ type: 'broadcast-changed', broadcastId: idOf(2) });
    server.expectOne(`/api/broadcasts/${idOf(2)}`).flush(message(2));
    await settle();
    expect(ids()).toEqual([idOf(8), idOf(7)]);
  });

  it('drops what was deleted', async () => {
    await start([message(3), message(1)]);
    live.say({ type: 'broadcast-removed', broadcastId: idOf(3) });
    expect(ids()).toEqual([idOf(1)]);
  });

  it('adds the next page below, once for two presses', async () => {
    await start([message(3)], 'after-3');
    expect(store.hasMore()).toBe(true);
    void store.more();
    void store.more();
    const call = listCall();
    expect(call.request.params.get('cursor')).toBe('after-3');
    await answer(call, [message(1)]);
    expect(ids()).toEqual([idOf(3), idOf(1)]);
    expect(store.hasMore()).toBe(false);
  });

  it('throws a page away that belongs to another filter', async () => {
    await start([message(3)], 'after-3');
    void store.more();
    const late = listCall();
    store.narrow({ status: 'draft' });
    await settle();
    const fresh = server.expectOne((call) => call.params.get('status') === 'draft');
    await answer(fresh, [message(5)]);
    await answer(late, [message(1)]);
    expect(ids()).toEqual([idOf(5)]);
  });

  it('keeps what it shows when reading again fails, and reads again after a break', async () => {
    await start([message(3)]);
    live.resync.set(1);
    await settle();
    listCall().flush(problemBody(), { status: 500, statusText: 'x' });
    await settle();
    expect(ids()).toEqual([idOf(3)]);
    expect(store.error()).toBeDefined();
  });
});
