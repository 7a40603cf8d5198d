import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideApp } from '../../../testing/provide-app.js';
import { problemBody } from '../../../testing/views.js';
import { idOf, importView, recipientView } from '../testing/broadcast-views.js';
import { FakeLive, provideFakeLive } from '../../../testing/fake-live.js';
import { ImportStore } from './import-store.js';

const LIST = `/api/recipient-imports/${idOf(4)}`;

describe('ImportStore', () => {
  let live: FakeLive;
  let store: ImportStore;
  let server: HttpTestingController;

  beforeEach(() => {
    jest.useFakeTimers();
    live = new FakeLive();
    TestBed.configureTestingModule({
      providers: [...provideApp([]), provideFakeLive(live), ImportStore],
    });
    store = TestBed.inject(ImportStore);
    server = TestBed.inject(HttpTestingController);
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  const pass = async (milliseconds = 0) => {
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(milliseconds);
    TestBed.tick();
  };
  const upload = (name = 'pasien.xlsx') => {
    void store.upload(new File(['x'], name));
    return server.expectOne('/api/recipient-imports');
  };
  const news = (state: 'inspecting' | 'choosing-columns' | 'reading' | 'ready' | 'failed') =>
    live.say({ type: 'import-changed', import: importView({ state }) });

  it('hands a file over and follows the news until it can be used', async () => {
    const call = upload();
    expect(store.uploading()).toBe('pasien.xlsx');
    expect((call.request.body as FormData).get('file')).toBeInstanceOf(File);
    call.flush(importView({ state: 'inspecting' }));
    await pass();
    expect([store.uploading(), store.busy()]).toEqual([null, true]);
    news('choosing-columns');
    expect(store.busy()).toBe(false);
    news('ready');
    await pass();
    server.expectOne(`${LIST}/recipients`).flush({ items: [recipientView()], nextCursor: null });
    await pass();
    expect(store.samples().map(({ name }) => name)).toEqual(['Ibu Sari']);
  });

  it('asks by itself when the news came before the id was known', async () => {
    const call = upload();
    news('choosing-columns');
    call.flush(importView({ state: 'inspecting' }));
    await pass(1_000);
    server.expectOne(LIST).flush(importView({ state: 'choosing-columns' }));
    await pass(10_000);
    expect(store.view()?.state).toBe('choosing-columns');
    server.verify();
  });

  it('is not thrown back by an answer that the news overtook', async () => {
    upload().flush(importView({ state: 'choosing-columns' }));
    await pass();
    void store.chooseColumns({ headerRow: 1, phone: 1, name: 0 });
    const call = server.expectOne(`${LIST}/columns`);
    news('ready');
    call.flush(importView({ state: 'reading' }));
    await pass();
    expect(store.view()?.state).toBe('ready');
  });

  it('says what a file was refused with', async () => {
    const detail = 'Kiriman terlalu besar. Batasnya 20 MB.';
    upload().flush(problemBody({ detail }), { status: 413, statusText: 'x' });
    await pass();
    expect(store.problem()?.detail).toBe(detail);
    expect([store.uploading(), store.view()]).toEqual([null, null]);
  });

  it('forgets the answer about a file that was replaced', async () => {
    const first = upload('a.xlsx');
    const second = upload('b.xlsx');
    second.flush(importView({ id: idOf(5), state: 'choosing-columns' }));
    first.flush(importView({ state: 'choosing-columns' }));
    await pass();
    expect(store.view()?.id).toBe(idOf(5));
  });

  it('goes on asking while the server is away', async () => {
    upload().flush(importView({ state: 'inspecting' }));
    await pass(1_000);
    server.expectOne(LIST).error(new ProgressEvent('error'));
    await pass(1_000);
    server.expectOne(LIST).flush(importView({ state: 'failed' }));
    await pass(5_000);
    expect(store.view()?.state).toBe('failed');
    server.verify();
  });
});
