import { expect, it } from '@jest/globals';
import { leftOut } from './left-out.mjs';

const test = (status: string, ...ancestorTitles: string[]) => ({
  status,
  title: 'does it',
  ancestorTitles,
});

it('names the suites that were left out, and no other', () => {
  const testResults = [
    {
      name: '/proyek/server/test/b.spec.ts',
      assertionResults: [test('passed', 'B'), test('failed', 'B')],
    },
    {
      name: '/proyek/server/test/a.spec.ts',
      assertionResults: [
        test('pending', 'A (MariaDB)', 'inner'),
        test('pending', 'A (MariaDB)'),
        test('passed', 'A (SQLite)'),
        test('pending'),
      ],
    },
  ];
  expect(leftOut({ testResults }, '/proyek')).toEqual([
    'server/test/a.spec.ts: A (MariaDB), 2 uji',
    'server/test/a.spec.ts: does it, 1 uji',
  ]);
});
