import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
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

/** `fetch` sends no TRACE. */
async function trace(url: string): Promise<[number | undefined, string]> {
  const asked = request(url, { method: 'TRACE', headers: { 'X-Secret': 'canary' } }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of answer) text += String(chunk);
  return [answer.statusCode, text];
}

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
      // Nobody may keep it, so nobody asks whether it has changed.
      expect(headers).not.toHaveProperty('etag');
      expect(headers).not.toHaveProperty('strict-transport-security');
      expect(headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
    }
  });

  it('echoes no TRACE', async () => {
    server = await startTestServer();
    for (const path of ['/', '/api/auth/me']) {
      const [status, text] = await trace(`${server.url}${path}`);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(text).not.toContain('canary');
    }
  });

  it('has an id of ours, not of the caller', async () => {
    server = await startTestServer();
    const answer = await server.client().get('/api/health/live', { 'X-Request-Id': 'forged' });
    expect(answer.headers.get('X-Request-Id')).not.toBe('forged');
  });

  it('takes over a sane id of a proxy that is trusted, and nothing else', async () => {
    server = await startTestServer({ config: { trustedProxies: ['127.0.0.1'] } });
    const idFor = async (id: string) => {
      const answer = await server.client().get('/api/none', { 'X-Request-Id': id });
      const { requestId } = (await answer.json()) as { requestId: string };
      expect(answer.headers.get('X-Request-Id')).toBe(requestId);
      return requestId;
    };
    expect(await idFor('f00dfeed-0001')).toBe('f00dfeed-0001');
    for (const forged of ['short', 'a b c d e f g h', '{"level":"fatal"}', 'x'.repeat(65)])
      expect(await idFor(forged)).toMatch(/^[\da-f-]{36}$/);
  });

  it('promises https for a year where there is https', async () => {
    const config = { publicUrl: 'https://wa.example.org', secureCookies: true };
    server = await startTestServer({ config });
    const answer = await server.client().get('/api/health/live');
    expect(answer.headers.get('Strict-Transport-Security')).toBe('max-age=31536000');
  });
});
