import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.js';
import { isWeakSecret } from './weak-secret.js';

const FIRST = {
  EMBED_ISSUER: 'prima.rs.example',
  EMBED_ORIGINS: 'https://prima.rs.example, https://prima.rs.example:8443',
  EMBED_SECRET: randomBytes(32).toString('base64'),
};

describe('settings of embedding', () => {
  it('are off for administrators and closed for nobody without a word', () => {
    expect(readConfig({}).embed).toEqual({
      isAllowed: true,
      mayGrantAdministrator: false,
      firstHost: null,
    });
  });

  it('name a first dashboard', () => {
    expect(readConfig(FIRST).embed.firstHost).toEqual({
      issuer: 'prima.rs.example',
      origins: ['https://prima.rs.example', 'https://prima.rs.example:8443'],
      secret: FIRST.EMBED_SECRET,
    });
  });

  it.each([
    ['EMBED_ORIGINS', '*'],
    ['EMBED_ORIGINS', 'https://*.rs.example'],
    ['EMBED_ORIGINS', 'http://prima.rs.example'],
    ['EMBED_ORIGINS', 'https://prima.rs.example/'],
    ['EMBED_ORIGINS', 'prima.rs.example'],
    ['EMBED_SECRET', 'pendek'],
    ['EMBED_SECRET', 'a'.repeat(64)],
    ['EMBED_SECRET', 'abcdefghijklmnopqrstuvwxyz0123456789'],
    ['EMBED_SECRET', 'rahasia-bersama-dashboard-prima-2026'],
  ])('refuse %s like %s in one line without the value', (name, value) => {
    const read = () => readConfig({ ...FIRST, [name]: value });
    expect(read).toThrow(new RegExp(`^Environment: ${name} must be [^\\n]+$`, 'u'));
    if (value !== '*') expect(read).not.toThrow(value);
  });

  it('belong together', () => {
    expect(() => readConfig({ EMBED_ISSUER: 'x' })).toThrow(
      'EMBED_ORIGINS must be set together with EMBED_ISSUER',
    );
  });

  it('take any random secret, in base64 and in hexadecimal', () => {
    for (let tries = 0; tries < 2_000; tries++) {
      const bytes = randomBytes(32);
      expect(isWeakSecret(bytes.toString('base64'))).toBe(false);
      expect(isWeakSecret(bytes.toString('hex'))).toBe(false);
    }
  });

  it('show no secret in the example that anybody could use', () => {
    const example = readFileSync('.env.example', 'utf8');
    const shown = [...example.matchAll(/^#? ?EMBED_SECRET=(.*)$/gmu)].map(([, value]) => value);
    expect(shown).toEqual(['']);
  });
});
