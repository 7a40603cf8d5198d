import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import type { FreetextReading } from '#contracts/recipient-import.contract.js';
import { provideApp } from '../../../../testing/provide-app.js';
import { problemBody } from '../../../../testing/views.js';
import { FreetextStore } from '../../data/freetext-store.js';
import { type Shown, show } from '../../testing/show.js';
import { FreetextEditor } from './freetext-editor.js';

const READING = '/api/recipient-imports/freetext-reading';

const reading = (over: Partial<FreetextReading['counts']> = {}): FreetextReading => ({
  counts: { rows: 121, accepted: 118, duplicates: 2, rejected: 1, optedOut: 0, ...over },
  variableNames: ['var1'],
  sample: [{ phone: '+6281200000001', name: 'Ibu Sari', variables: { var1: 'Poli Anak' } }],
  issues: [
    {
      id: 1,
      kind: 'rejected',
      rowNumber: 37,
      value: 'belum ada',
      name: null,
      reason: 'not-a-phone',
      params: {},
    },
  ],
});

describe('FreetextEditor', () => {
  let editor: Shown<FreetextEditor>;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [...provideApp([]), FreetextStore] });
    editor = await show(FreetextEditor, {});
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  const type = (text: string) => {
    const area = editor.element.querySelector('textarea');
    if (!area) throw new Error('no textarea');
    area.value = text;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const rest = async (milliseconds = 400) => {
    await jest.advanceTimersByTimeAsync(milliseconds);
    TestBed.tick();
  };

  it('reads what was typed once the typing rests, not each letter', async () => {
    type('0');
    await rest(399);
    type('0812-0000-0001');
    await rest(399);
    editor.server.expectNone(READING);
    await rest(1);
    const call = editor.server.expectOne(READING);
    expect(call.request.body).toEqual({ text: '0812-0000-0001' });
    expect(editor.screen.role('status')).toBe('Membaca…');
  });

  it('counts, and shows the lines that are not used and why', async () => {
    type('a list');
    await rest();
    editor.server.expectOne(READING).flush(reading());
    await rest(0);
    expect(editor.screen.role('status')).toBe('118 valid · 2 ganda · 1 ditolak');
    expect(editor.screen.text()).toContain("Baris 37: 'belum ada' bukan nomor telepon");
    expect(editor.screen.text()).toContain('Hanya 1 baris pertama yang ditampilkan.');
  });

  it('forgets an answer about an older text', async () => {
    type('old');
    await rest();
    const old = editor.server.expectOne(READING);
    type('new');
    await rest();
    editor.server.expectOne(READING).flush(reading({ accepted: 7 }));
    old.flush(reading({ accepted: 99 }));
    await rest(0);
    expect(editor.screen.role('status')).toContain('7 valid');
  });

  it('says nothing of an empty text, and asks nothing', async () => {
    type('a list');
    await rest();
    editor.server.expectOne(READING).flush(reading());
    type('  ');
    await rest();
    editor.server.expectNone(READING);
    expect(editor.screen.role('status')).toBe('');
    expect(TestBed.inject(FreetextStore).reading()).toBeNull();
  });

  it('can be asked again when the server could not read', async () => {
    type('a list');
    await rest();
    const call = editor.server.expectOne(READING);
    call.flush(problemBody({ title: 'Server terkendala' }), { status: 500, statusText: 'x' });
    await rest(0);
    expect(editor.screen.role('alert')).toContain('Server terkendala');
    editor.screen.button('Coba lagi').click();
    editor.server.expectOne(READING).flush(reading());
    await rest(0);
    expect(editor.screen.role('alert')).toBe('');
    expect(editor.screen.role('status')).toContain('118 valid');
  });
});
