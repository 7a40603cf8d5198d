import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readConfig } from './config.js';
import type { ConfigError } from './config.js';

describe('settings that stand in files', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'prima-secrets-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const file = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const faultsOf = (environment: Record<string, string>): readonly string[] => {
    try {
      readConfig(environment);
      return [];
    } catch (error) {
      return (error as ConfigError).faults;
    }
  };

  it('are the same as others, without the line end behind them', () => {
    const config = readConfig({
      DATABASE_URL: 'mysql://prima@db:3307/prima',
      DATABASE_PASSWORD_FILE: file('db', 'p@ss/w:rd%\n'),
      REDIS_URL: 'rediss://cache',
      REDIS_PASSWORD_FILE: file('redis', 'geheim\r\n'),
      SECRET_KEY_FILE: file('key', 'k'.repeat(40)),
    });
    expect(config.database).toEqual({
      kind: 'mysql',
      url: 'mysql://prima:p%40ss%2Fw%3Ard%25@db:3307/prima',
      tls: null,
    });
    expect(config.redis).toEqual({ url: 'rediss://:geheim@cache', ca: null });
    expect(config.secretKey).toBe('k'.repeat(40));
  });

  it('are faults of their own, among the others, and show nothing of what is in them', () => {
    const faults = faultsOf({
      PORT: 'x',
      SECRET_KEY: 'k'.repeat(40),
      SECRET_KEY_FILE: file('key', 'geheim'),
      REDIS_PASSWORD_FILE: file('empty', '\n'),
      DATABASE_PASSWORD_FILE: join(folder, 'none'),
      DATABASE_CA_FILE: file('ca', 'geheim, no certificate'),
    });
    expect(faults).toEqual([
      'DATABASE_PASSWORD_FILE must name a file that can be read (ENOENT)',
      'REDIS_PASSWORD_FILE must not name an empty file',
      'SECRET_KEY_FILE must not be set beside SECRET_KEY',
      'PORT must be a whole number from 0 to 65535',
      'DATABASE_CA must hold certificates in PEM form',
      'SECRET_KEY must have at least 32 characters',
    ]);
  });
});
