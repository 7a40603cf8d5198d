import { describe, expect, it } from '@jest/globals';
import { downloadUrl } from './audit-client.js';
import { EVERYTHING, selectionOf } from './audit-store.js';

describe('what a person filters the audit by', () => {
  it('is everything as long as nothing is chosen', () => {
    expect(selectionOf(EVERYTHING)).toEqual({});
    expect(downloadUrl({})).toBe('/api/audit/entries.xlsx');
  });

  it('takes whole days of the hospital, the last one included', () => {
    const days = { ...EVERYTHING, from: '2026-11-22', until: '2026-11-23' };
    expect(selectionOf(days)).toEqual({
      from: '2026-11-21T17:00:00.000Z',
      until: '2026-11-23T17:00:00.000Z',
    });
  });

  it('goes into the address of the file', () => {
    const selection = selectionOf({ ...EVERYTHING, actorId: 'a b', subject: 'device' });
    expect(downloadUrl(selection)).toBe('/api/audit/entries.xlsx?actorId=a+b&subject=device');
  });
});
