import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from './config.js';
import type { SendingSettings } from './sending-settings.js';

const read = (environment: Record<string, string>): SendingSettings =>
  readConfig(environment).sending;

describe('the settings that protect numbers', () => {
  it('are careful when nothing is set', () => {
    expect(read({})).toEqual({
      hours: { from: 7 * 60, to: 20 * 60 },
      dailyCap: 800,
      warmUp: [20, 36, 65, 117, 200],
      longPause: { every: 50, minutes: { min: 5, max: 10 } },
      failureStop: { failures: 5, of: 20 },
    });
  });

  it.each<[Record<string, string>, Partial<SendingSettings>]>([
    [{ SEND_HOURS: '07.30-19:45' }, { hours: { from: 450, to: 1_185 } }],
    [{ SEND_HOURS: '0-24' }, { hours: { from: 0, to: 1_440 } }],
    [
      { SEND_HOURS: 'off', DAILY_CAP: 'off' },
      { hours: null, dailyCap: null },
    ],
    [{ WARM_UP: 'off' }, { warmUp: [] }],
    [{ WARM_UP: '10, 20' }, { warmUp: [10, 20] }],
    [{ LONG_PAUSE: '30:0.5-1' }, { longPause: { every: 30, minutes: { min: 0.5, max: 1 } } }],
    [
      { LONG_PAUSE: 'off', FAILURE_STOP: 'off' },
      { longPause: null, failureStop: null },
    ],
    [{ FAILURE_STOP: '3/10' }, { failureStop: { failures: 3, of: 10 } }],
  ])('read %j', (environment, settings) => {
    expect(read(environment)).toMatchObject(settings);
  });

  it.each([
    ['SEND_HOURS', 'two times of one day such as 07-20, the earlier first', '20-07'],
    ['SEND_HOURS', 'two times of one day such as 07-20, the earlier first', '07-07'],
    ['SEND_HOURS', 'two times of one day such as 07-20, the earlier first', '7-24.30'],
    ['SEND_HOURS', 'two times of one day such as 07-20, the earlier first', '7.60-8'],
    ['DAILY_CAP', 'a whole number from 1 to 100000', '0'],
    ['DAILY_CAP', 'a whole number from 1 to 100000', 'many'],
    ['WARM_UP', 'at most 60 whole numbers such as 20,36,65,117,200', '20,,36'],
    [
      'LONG_PAUSE',
      'messages (2 or more) and minutes (up to 1440, the fewer first) such as 50:5-10',
      '50',
    ],
    [
      'LONG_PAUSE',
      'messages (2 or more) and minutes (up to 1440, the fewer first) such as 50:5-10',
      '1:5-10',
    ],
    [
      'LONG_PAUSE',
      'messages (2 or more) and minutes (up to 1440, the fewer first) such as 50:5-10',
      '50:9-5',
    ],
    ['FAILURE_STOP', 'failures and latest messages (up to 100) such as 5/20', '6/5'],
    ['FAILURE_STOP', 'failures and latest messages (up to 100) such as 5/20', '0/5'],
  ])('refuse %s in one sentence: %s', (name, rule, value) => {
    expect(() => read({ [name]: value })).toThrow(
      new ConfigError([`${name} must be ${rule}, or off`]),
    );
  });
});
