import { describe, expect, it } from '@jest/globals';
import { refusalOfVersion } from './server-check.js';

describe('refusalOfVersion', () => {
  it.each(['8.0.36', '8.4.2-0ubuntu', '9.1.0', '10.11.19-MariaDB-0+deb12u1', '11.4.2-MariaDB'])(
    'takes %s',
    (version) => {
      expect(refusalOfVersion(version)).toBeNull();
    },
  );

  it.each([
    ['5.7.44-log', 'MySQL 5.7'],
    ['10.6.18-MariaDB', 'MariaDB 10.6'],
    ['5.5.5-10.3.39-MariaDB', 'MariaDB 10.3'],
  ])('refuses %j in one line', (version, name) => {
    expect(refusalOfVersion(version)).toBe(
      `DATABASE_URL: server itu ${name}, terlalu tua. Perlu MySQL 8.0 atau MariaDB 10.11 ke atas.`,
    );
  });
});
