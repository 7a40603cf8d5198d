import { afterEach, describe, expect, it } from '@jest/globals';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';

const PROTECTION = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

describe('every answer', () => {
  let server: TestServer;

  afterEach(() => server.close());

  it('carries the protecting headers, refusals too, and does not say what runs here', async () => {
    server = await startTestServer();
    const browser = server.client();
    for (const path of ['/api/health/live', '/api/auth/me', '/api/none', '/none.js']) {
      const answer = await browser.get(path);
      const headers = Object.fromEntries(answer.headers);
      expect(headers).toMatchObject(PROTECTION);
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('strict-transport-security');
      expect(headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
    }
  });

  it('has an id of ours, not of the caller', async () => {
    server = await startTestServer();
    const answer = await server.client().get('/api/health/live', { 'X-Request-Id': 'forged' });
    expect(answer.headers.get('X-Request-Id')).not.toBe('forged');
  });

  it('promises https for a year where there is https', async () => {
    const config = { publicUrl: 'https://wa.example.org', secureCookies: true };
    server = await startTestServer({ config });
    const answer = await server.client().get('/api/health/live');
    expect(answer.headers.get('Strict-Transport-Security')).toBe('max-age=31536000');
  });
});
