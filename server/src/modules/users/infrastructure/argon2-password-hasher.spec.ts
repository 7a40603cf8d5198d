import { argon2Sync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Argon2PasswordHasher } from './argon2-password-hasher.js';

const PASSWORD = 'kopi tubruk hujan sore';
const hasher = new Argon2PasswordHasher();

/** The same password as an older version with a smaller memory cost would have stored it. */
function weakHash(): string {
  const salt = Buffer.from('0123456789abcdef');
  const tag = argon2Sync('argon2id', {
    message: PASSWORD,
    nonce: salt,
    parallelism: 1,
    tagLength: 32,
    memory: 8192,
    passes: 2,
  });
  const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/u, '');
  return `$argon2id$v=19$m=8192,t=2,p=1$${base64(salt)}$${base64(tag)}`;
}

describe('Argon2PasswordHasher', () => {
  it('knows the password again, in the PHC format with the cost of today', async () => {
    const hash = await hasher.hash(PASSWORD);
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/u);
    expect(await hasher.check(PASSWORD, hash)).toEqual({ matches: true, outdated: false });
  });

  it('salts: the same password is stored differently each time', async () => {
    expect(await hasher.hash(PASSWORD)).not.toBe(await hasher.hash(PASSWORD));
  });

  it('tells every other password apart, a space at its end too', async () => {
    const hash = await hasher.hash(PASSWORD);
    for (const other of [`${PASSWORD} `, PASSWORD.toUpperCase(), '']) {
      expect((await hasher.check(other, hash)).matches).toBe(false);
    }
  });

  it('asks for a new hash when the cost has risen, but only for the right password', async () => {
    expect(await hasher.check(PASSWORD, weakHash())).toEqual({ matches: true, outdated: true });
    expect(await hasher.check('another one', weakHash())).toEqual({
      matches: false,
      outdated: false,
    });
  });

  it('matches nothing where there is no hash', async () => {
    expect((await hasher.check(PASSWORD, null)).matches).toBe(false);
  });

  it('gets through a crowd larger than what runs at once', async () => {
    const hash = await hasher.hash(PASSWORD);
    const checks = await Promise.all(Array.from({ length: 9 }, () => hasher.check(PASSWORD, hash)));
    expect(checks.every(({ matches }) => matches)).toBe(true);
  });

  it('says so when a stored hash is damaged', async () => {
    await expect(hasher.check(PASSWORD, 'plain')).rejects.toThrow('not readable');
  });
});
