import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ROOT } from '../setup/paths.mjs';

const page = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8');
const standard = readFileSync(join(import.meta.dirname, 'asvs-5.0.0.txt'), 'utf8');

/** Level by requirement. */
const levels = new Map(
  standard.split(/\n(?=L\d\n)/).flatMap((part) => {
    const level = /^L\d/.exec(part)?.[0];
    const ids = level === undefined ? [] : (part.match(/\b\d+\.\d+\.\d+\b/g) ?? []);
    return ids.map((id) => [id, level] as const);
  }),
);

const rows = [...page.matchAll(/^\| (\d+\.\d+\.\d+) +\| (\w+) +\| (.*?) +\| (.*?) +\|$/gm)].map(
  ([, id = '', level = '', here = '', proof = '']) => ({ id, level, here, proof }),
);

/** What the page says does not apply: `10`, `4.3`, `1.3.1`, `1.2.6–1.2.8`. */
const excepted = /do not apply:([^]*?)\n###/.exec(page)?.[1]?.match(/^\| (\d[^|]*?) +\|/gm) ?? [];

function isExcepted(id: string): boolean {
  return excepted
    .flatMap((row) => row.match(/[\d.]+(?:–[\d.]+)?/g) ?? [])
    .some((range) => {
      const [from = '', to] = range.split('–');
      if (to === undefined) return id === from || id.startsWith(`${from}.`);
      const place = (some: string): number => Number(some.split('.').at(-1));
      const within = place(id) >= place(from) && place(id) <= place(to);
      return within && id.startsWith(from.slice(0, from.lastIndexOf('.') + 1));
    });
}

describe('SECURITY.md', () => {
  it('names no file that does not exist', () => {
    const files = [...page.matchAll(/`([\w./-]+\.(?:ts|md|mjs))`/g)].map(([, file = '']) => file);
    const links = [...page.matchAll(/\]\(([\w./-]+)(?:#[\w-]*)?\)/g)].map(([, file = '']) => file);
    expect(files.length).toBeGreaterThan(200);
    expect([...files, ...links].filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });

  it('names requirements by their numbers and levels, each once, in their order', () => {
    expect(levels.size).toBe(345);
    const wrong = rows.filter(({ id, level }) => levels.get(id) !== level);
    expect(wrong).toEqual([]);
    const order = rows.map(({ id }) =>
      id
        .split('.')
        .map((part) => part.padStart(3, '0'))
        .join('.'),
    );
    expect(order).toEqual([...new Set(order)].sort());
  });

  it('leaves no requirement of level 1 and 2 out', () => {
    const named = new Set(rows.map(({ id }) => id));
    const missing = [...levels].filter(
      ([id, level]) => level !== 'L3' && !named.has(id) && !isExcepted(id),
    );
    expect(missing).toEqual([]);
    // And what is named is not excepted, unless by its whole chapter.
    expect(rows.filter(({ id }) => isExcepted(id) && !id.startsWith('10.'))).toEqual([]);
  });

  it('proves each by a file, or says that it is open', () => {
    const vague = rows.filter(({ proof }) => !/`[\w./-]+\.(?:ts|md)`|^open$/.test(proof));
    expect(vague).toEqual([]);
  });
});
