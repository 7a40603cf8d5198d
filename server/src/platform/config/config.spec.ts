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
    [{ WHATSAPP_ENGINES: 'practice,carrier-pigeon' }, ['WHATSAPP_ENGINES.1']],
  ])('judges %j', (environment, faulty) => {
    expect(names(environment as Record<string, string>)).toEqual(faulty);
  });

  it('binds cookies to https exactly when browsers come by https', () => {
    expect(readConfig({ PUBLIC_URL: 'https://wa.example.org' }).secureCookies).toBe(true);
    expect(readConfig({ PUBLIC_URL: 'http://localhost:3000' }).secureCookies).toBe(false);
  });
});
