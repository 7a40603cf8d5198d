import { describe, expect, it } from '@jest/globals';
import { formatRuns } from './formatting.js';

const shown = (line: string) =>
  formatRuns(line).map((run) => {
    const marks = (['bold', 'italic', 'strike', 'mono'] as const).filter((mark) => run[mark]);
    return marks.length ? `<${marks.join('+')}>${run.text}` : run.text;
  });

describe('formatRuns', () => {
  it.each([
    ['halo *dunia*', ['halo ', '<bold>dunia']],
    ['*a _b_ c*', ['<bold>a ', '<bold+italic>b', '<bold> c']],
    ['~salah~ ```kode *x*```', ['<strike>salah', ' ', '<mono>kode *x*']],
    ['2*3*4 = 24', ['2*3*4 = 24']],
    ['* butir', ['* butir']],
    ['*tidak tutup', ['*tidak tutup']],
    ['', []],
  ])('%s', (line, runs) => {
    expect(shown(line)).toEqual(runs);
  });

  it('keeps every character of the text but the marks', () => {
    expect(
      formatRuns('a *b* c')
        .map((run) => run.text)
        .join(''),
    ).toBe('a b c');
  });
});
