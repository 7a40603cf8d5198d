import { describe, expect, it } from '@jest/globals';
import { browserSettings } from './browser-settings.js';

const chromium = '/usr/bin/chromium';

describe('browserSettings', () => {
  it('gives up the sandbox only when told', () => {
    expect(browserSettings(chromium, null, true).args).not.toContain('--no-sandbox');
    expect(browserSettings(chromium, null, false).args).toContain('--no-sandbox');
  });

  it('goes through a proxy, whose login stands in no argument', () => {
    const settings = browserSettings(chromium, 'http://prima:p%40ss%20kata@proxy:3128', false);
    expect(settings.args).toContain('--proxy-server=http://proxy:3128');
    expect(settings.args.join(' ')).not.toContain('kata');
    expect(settings.proxyLogin).toEqual({ username: 'prima', password: 'p@ss kata' });
    expect(browserSettings(chromium, 'https://proxy:443', false).proxyLogin).toBeNull();
  });

  it('opens no port', () => {
    const { args } = browserSettings(chromium, null, false);
    expect(args.join(' ')).not.toContain('remote-debugging');
  });
});
