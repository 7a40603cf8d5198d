import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from './config.js';

function faultsOf(environment: Readonly<Record<string, string>>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

const names = (environment: Readonly<Record<string, string>>) =>
  faultsOf(environment).map((fault) => fault.split(' ', 1)[0]);

describe('readConfig', () => {
  it('is an embedded installation on this machine when nothing is set', () => {
    const config = readConfig({});
    expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', role: 'all', admin: null });
    expect(config.database.kind).toBe('sqlite');
    expect(config.secureCookies).toBe(false);
  });

  it('takes an empty variable as not set', () => {
    expect(readConfig({ PORT: '', PUBLIC_URL: '' }).port).toBe(3000);
  });

  it('names every fault at once, across variables too', () => {
    const faulty = { PORT: 'x', HOST: '0.0.0.0', ROLE: 'web', ADMIN_USERNAME: 'admin' };
    expect(names(faulty).sort()).toEqual(['ADMIN_PASSWORD', 'HOST', 'PORT', 'ROLE']);
  });

  it('never says a value', () => {
    const secret = 'geheim-geheim';
    const environment = {
      PORT: secret,
      DATABASE_URL: secret,
      REDIS_URL: secret,
      PUBLIC_URL: secret,
      ROLE: secret,
      ADMIN_USERNAME: `${secret}!`,
      ADMIN_PASSWORD: 'geheim',
    };
    const faults = faultsOf(environment);
    expect(faults).toHaveLength(7);
    expect(faults.join()).not.toContain('geheim');
  });

  it.each([
    [{ HOST: '0.0.0.0' }, ['HOST']],
    [{ HOST: '0.0.0.0', PUBLIC_URL: 'http://wa.example.org' }, ['HOST']],
    [{ HOST: '0.0.0.0', PUBLIC_URL: 'https://wa.example.org' }, []],
    [{ HOST: '0.0.0.0', ALLOW_HTTP: 'true' }, []],
    [{ PUBLIC_URL: 'javascript:alert(1)' }, ['PUBLIC_URL']],
    [{ ROLE: 'worker', DATABASE_URL: 'mysql://db/prima' }, ['ROLE']],
    [{ ROLE: 'worker', DATABASE_URL: 'mysql://db/prima', REDIS_URL: 'redis://r' }, []],
    [{ ADMIN_PASSWORD: 'gajah ungu makan pepaya' }, ['ADMIN_PASSWORD']],
    [{ ADMIN_USERNAME: 'sari', ADMIN_PASSWORD: 'short' }, ['ADMIN_PASSWORD']],
    [{ PACE_SECONDS: '20-8' }, ['PACE_SECONDS']],
    [{ TRUST_PROXY: '10.0.0.5, 172.31.250.0/24,fd00::/64' }, []],
    [{ TRUST_PROXY: 'none' }, []],
    [{ TRUST_PROXY: '0.0.0.0/0' }, ['TRUST_PROXY']],
    [{ TRUST_PROXY: '10.0.0.5/33' }, ['TRUST_PROXY']],
    [{ TRUST_PROXY: 'proxy' }, ['TRUST_PROXY']],
    [{ WHATSAPP_ENGINES: 'practice,carrier-pigeon' }, ['WHATSAPP_ENGINES.1']],
  ])('judges %j', (environment, faulty) => {
    expect(names(environment as Record<string, string>)).toEqual(faulty);
  });

  it('believes a proxy on this computer when there is one, else those that are named', () => {
    const PUBLIC_URL = 'https://wa.example.org';
    expect(readConfig({}).trustedProxies).toEqual([]);
    expect(readConfig({ PUBLIC_URL }).trustedProxies).toEqual(['127.0.0.0/8', '::1']);
    expect(readConfig({ PUBLIC_URL, TRUST_PROXY: 'none' }).trustedProxies).toEqual([]);
    expect(readConfig({ TRUST_PROXY: '10.0.0.5' }).trustedProxies).toEqual(['10.0.0.5']);
  });

  it('has limits for uploaded sheets, each of which can be set', () => {
    expect(readConfig({}).importLimits).toEqual({
      rows: 200_000,
      bytes: 32 * 1024 * 1024,
      unpackedBytes: 128 * 1024 * 1024,
      workMs: 60_000,
    });
    const given = { IMPORT_MAX_UNPACKED_MEGABYTES: '1', IMPORT_MAX_SECONDS: '5' };
    expect(readConfig(given).importLimits).toMatchObject({
      unpackedBytes: 1_048_576,
      workMs: 5_000,
    });
    expect(names({ IMPORT_MAX_SECONDS: '0' })).toEqual(['IMPORT_MAX_SECONDS']);
  });

  it('encrypts the way to the database when told, or when certificates are given', () => {
    const DATABASE_URL = 'mysql://db/prima';
    const tlsOf = (environment: Record<string, string>) =>
      readConfig({ DATABASE_URL, ...environment }).database;
    expect(tlsOf({})).toMatchObject({ tls: null });
    expect(tlsOf({ DATABASE_TLS: 'true' })).toMatchObject({ tls: { ca: null } });
    const DATABASE_CA = '-----BEGIN CERTIFICATE-----…';
    expect(tlsOf({ DATABASE_CA })).toMatchObject({ tls: { ca: DATABASE_CA } });
  });

  it('binds cookies to https exactly when browsers come by https', () => {
    expect(readConfig({ PUBLIC_URL: 'https://wa.example.org' }).secureCookies).toBe(true);
    expect(readConfig({ PUBLIC_URL: 'http://localhost:3000' }).secureCookies).toBe(false);
  });
});
