import { describe, expect, it } from '@jest/globals';
import { Linter } from 'eslint';
import { parser } from 'typescript-eslint';
import { exportedDocs } from './exported-docs.mjs';

const linter = new Linter();

function faultsOf(code: string): string[] {
  const messages = linter.verify(code, {
    languageOptions: { parser },
    plugins: { house: { rules: { 'exported-docs': exportedDocs } } },
    rules: { 'house/exported-docs': 'error' },
  });
  return messages.map(({ message }) => /"(\w+)"/.exec(message)?.[1] ?? message);
}

describe('exported-docs', () => {
  it.each([
    ['a function', 'export function send(): void {}', ['send']],
    ['a constant', 'export const LIMIT = 3;', ['LIMIT']],
    ['a decorated class', '@Injectable()\nexport class Lane {}', ['Lane']],
    ['a comment that is no docstring', '// A lane.\nexport class Lane {}', ['Lane']],
    ['a docstring of something else', '/** A. */\nconst a = 1;\nexport const b = a;', ['b']],
  ])('reports %s without a docstring', (_, code, names) => {
    expect(faultsOf(code)).toEqual(names);
  });

  it.each([
    ['a documented function', '/** Sends. */\nexport function send(): void {}'],
    ['a docstring above the decorator', '/** A lane. */\n@Injectable()\nexport class Lane {}'],
    ['a type named as its schema', '/** A. */\nexport const A = 1;\nexport type A = typeof A;'],
    ['what stays inside the file', 'const a = 1;'],
    ['an export of another file', "export { a } from './a.js';"],
  ])('minds nothing about %s', (_, code) => {
    expect(faultsOf(code)).toEqual([]);
  });
});
