import { describe, expect, it } from '@jest/globals';
import { ConfigError } from '../config/config.js';
import { DataDirInUse } from '../database/data-dir-lock.js';
import { DomainError } from '../kernel/domain-error.js';
import { assertRoom } from './data-folder.js';
import { refusalToStart } from './startup-refusal.js';

const coded = (code: string, message = 'secret://user:password@host') =>
  Object.assign(new Error(message), { code });

describe('refusalToStart', () => {
  it('has a line for every faulty setting, and the exit code of a configuration', () => {
    const { lines, exitCode } = refusalToStart(new ConfigError(['PORT is bad', 'ROLE is bad']));
    expect(lines).toEqual([
      'Setelan tidak berlaku: PORT is bad',
      'Setelan tidak berlaku: ROLE is bad',
    ]);
    expect(exitCode).toBe(78);
  });

  it.each<[unknown, string]>([
    [new DataDirInUse('/data'), 'sudah berjalan'],
    [new DomainError('USER.PASSWORD_TOO_COMMON'), 'ADMIN_PASSWORD mudah ditebak'],
    [coded('ECONNREFUSED'), 'DATABASE_URL: tidak ada server'],
    [coded('ER_ACCESS_DENIED_ERROR'), 'DATABASE_URL: nama pengguna'],
    [coded('SQLITE_CORRUPT'), 'pulihkan dari cadangan'],
  ])('says in one line what %s means, and no value', (error, words) => {
    const { lines } = refusalToStart(error);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(words);
    expect(lines[0]).not.toContain('secret');
  });

  it('says of what it does not know what that says itself', () => {
    expect(refusalToStart(new Error('no idea')).lines).toEqual(['Prima gagal dimulai: no idea']);
  });
});

describe('assertRoom', () => {
  it('wants 200 MB', () => {
    expect(() => {
      assertRoom('/data', 200);
    }).not.toThrow();
    expect(() => {
      assertRoom('/data', 199);
    }).toThrow('sisa 199 MB, perlu 200 MB');
  });
});
