import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { describeWithMariaDb, describeWithRedis } from './services.js';

describe('suites that need a service', () => {
  let before: NodeJS.ProcessEnv;

  beforeEach(() => {
    before = process.env;
    process.env = { ...before, TEST_DATABASE_URL: '', TEST_REDIS_URL: '', REQUIRE_SERVICES: '1' };
  });

  afterEach(() => {
    process.env = before;
  });

  it.each([
    ['MariaDB', describeWithMariaDb],
    ['Redis', describeWithRedis],
  ])('refuse to be skipped where %s is required', (_, describeWithService) => {
    expect(() => {
      describeWithService('a suite', () => undefined);
    }).toThrow('REQUIRE_SERVICES=1');
  });
});
