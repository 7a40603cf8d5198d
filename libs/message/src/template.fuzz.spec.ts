import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fuzzRuns } from '../../../server/test/support/fuzz.js';
import { formatRuns } from './formatting.js';
import { hasValue, renderTemplate, variablesOf } from './template.js';

const RUNS = fuzzRuns(300);

const name = fc.constantFrom(
  'nama',
  'nomor',
  'poli',
  'constructor',
  '__proto__',
  'tanggal_kontrol',
);
const piece = fc.oneof(
  name.map((text) => `{${text}}`),
  name.map((text) => `{${text.toUpperCase()}}`),
  fc.constantFrom('{', '}', '{}', '{{nama}}', '$&', '$1', '\\', '*', '_', '~', '```', '\n', ' '),
  fc.string({ unit: 'binary' }),
);
const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));
const values = fc.dictionary(name, piece);

describe('templates, whatever stands in them', () => {
  it('are filled in once: what is no variable stays, and no value is looked at again', () => {
    fc.assert(
      fc.property(text, values, (template, given) => {
        // Every second piece is what stood in brackets.
        const pieces = template.split(/\{([\p{L}\p{N}_]{1,64})\}/u);
        const expected = pieces.map((part, place) => {
          if (place % 2 === 0) return part;
          const key = part.toLowerCase();
          return hasValue(given, key) ? given[key] : `{${part}}`;
        });
        expect(renderTemplate(template, given)).toBe(expected.join(''));
      }),
      RUNS,
    );
  });

  it('have no variable left once each has a value without brackets', () => {
    fc.assert(
      fc.property(text, (template) => {
        const names = variablesOf(template);
        const given = Object.fromEntries(names.map((key) => [key, 'x']));
        expect(
          variablesOf(renderTemplate(template, given)).filter((key) => names.includes(key)),
        ).toEqual(
          // `{{nama}}` becomes `{x}`.
          names.includes('x') ? ['x'] : [],
        );
      }),
      RUNS,
    );
  });

  it('are shown without losing a letter: only marks disappear', () => {
    fc.assert(
      fc.property(text, (line) => {
        const shown = formatRuns(line)
          .map((run) => run.text)
          .join('');
        const letters = (some: string): string => some.replace(/[*_~`]/g, '');
        expect(letters(shown)).toBe(letters(line));
      }),
      RUNS,
    );
  });
});
