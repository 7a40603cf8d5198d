import { describe, expect, it } from '@jest/globals';
import { shownNames } from './worker-names.js';

describe('shownNames', () => {
  it('are short, unless two would look the same', () => {
    const workers = ['rs-wa-1.0a1b', 'rs-wa-2.ff00', 'rs-wa-2.ff01', 'tanpa-titik'];
    expect([...shownNames(workers)]).toEqual([
      ['rs-wa-1.0a1b', 'rs-wa-1'],
      ['rs-wa-2.ff00', 'rs-wa-2.ff00'],
      ['rs-wa-2.ff01', 'rs-wa-2.ff01'],
      ['tanpa-titik', 'tanpa-titik'],
    ]);
  });
});
