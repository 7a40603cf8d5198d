import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';

const PAGE = `<!doctype html><html><head>
<link rel="icon" href="/favicon.svg">
<link rel="modulepreload" href="/chunk-AAAAAAAA.js">
<link rel="stylesheet" href="/styles-BBBBBBBB.css">
<style nonce="__CSP_NONCE__">a{}</style>
</head><body><app-root ngCspNonce="__CSP_NONCE__"></app-root>
<script src="/main-CCCCCCCC.js" type="module"></script></body></html>`;
const SCRIPT = `console.log('${'a'.repeat(5000)}')`;

describe('the client', () => {
  const folder = mkdtempSync(join(tmpdir(), 'prima-client-'));
  let server: TestServer;

  const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${server.url}${path}`, { headers: { 'Accept-Encoding': 'identity', ...headers } });

  beforeAll(async () => {
    writeFileSync(join(folder, 'index.html'), PAGE);
    writeFileSync(join(folder, 'main-CCCCCCCC.js'), SCRIPT);
    writeFileSync(join(folder, 'chunk-ChU_-W0g.js'), SCRIPT);
    writeFileSync(join(folder, 'device-settings.js'), SCRIPT);
    writeFileSync(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    mkdirSync(join(folder, 'media'));
    writeFileSync(join(folder, 'media', 'icons-DDDDDDDD.woff2'), Buffer.alloc(3000));
    server = await startTestServer({ clientDir: folder });
  });

  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  it('comes with a policy whose nonce is new each time and on every tag that needs one', async () => {
    const nonces = new Set<string>();
    for (const path of ['/', '/', '/index.html']) {
      const answer = await get(path);
      const html = await answer.text();
      const policy = answer.headers.get('Content-Security-Policy') ?? '';
      const nonce = /'nonce-([\w+/=]+)'/.exec(policy)?.[1] ?? '';
      nonces.add(nonce);
      expect(Buffer.from(nonce, 'base64')).toHaveLength(16);
      expect(html).not.toContain('__CSP_NONCE__');
      expect(html.split(`nonce="${nonce}"`)).toHaveLength(5);
      expect(html).toContain(`ngCspNonce="${nonce}"`);
      expect(html).toContain('<link rel="icon"');
      expect(html).toContain(`<script nonce="${nonce}" src="/main-CCCCCCCC.js"`);
      expect(answer.headers.get('Cache-Control')).toBe('no-store');
      expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    }
    expect(nonces.size).toBe(3);
  });

  it('runs under a policy without inline code, eval, foreign sources or frames', async () => {
    const policy = (await get('/')).headers.get('Content-Security-Policy') ?? '';
    expect(policy.replace(/'nonce-[^']+'/g, "'nonce'").split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self' 'nonce' 'strict-dynamic'",
      "style-src 'self' 'nonce'",
      "img-src 'self' data: blob:",
      "media-src 'self' blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types angular angular#bundler angular#components',
    ]);
  });

  it('opens at any link into the product', async () => {
    for (const path of ['/wa-broadcast/1/edit', '/setup?token=a.b', '/apiary']) {
      const answer = await get(path);
      expect([answer.status, await answer.text()]).toEqual([
        200,
        expect.stringContaining('<app-root') as unknown,
      ]);
    }
  });

  it('never shows the page where a file or the API is meant', async () => {
    for (const path of ['/main-OLDOLDOL.js', '/media/none.png', '/api', '/api/', '/api/none']) {
      const answer = await get(path);
      expect([path, answer.status, answer.headers.get('Content-Type')]).toEqual([
        path,
        404,
        'application/problem+json; charset=utf-8',
      ]);
    }
  });

  it('gives out nothing from outside its folder', async () => {
    for (const path of ['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json']) {
      expect((await get(path)).status).not.toBe(500);
      expect(await (await get(path)).text()).not.toContain('"name"');
    }
  });

  it('keeps hashed files for good, others only until they change', async () => {
    const script = await get('/main-CCCCCCCC.js');
    expect(await script.text()).toBe(SCRIPT);
    expect(script.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    // What never changes is never asked about again.
    expect(script.headers.get('ETag')).toBeNull();
    const caching = async (path: string) => (await get(path)).headers.get('Cache-Control');
    expect(await caching('/chunk-ChU_-W0g.js')).toContain('immutable');
    expect(await caching('/device-settings.js')).toBe('no-cache');
    const icon = await get('/favicon.svg');
    expect(icon.headers.get('Content-Type')).toBe('image/svg+xml');
    expect(icon.headers.get('Cache-Control')).toBe('no-cache');
    const again = await get('/favicon.svg', {
      'If-None-Match': icon.headers.get('ETag') ?? '',
      // As a browser asks; fetch would add `no-cache`, which means: not from any cache.
      'Cache-Control': 'max-age=0',
    });
    expect(again.status).toBe(304);
  });

  it('compresses text for who can read it, and no font', async () => {
    const script = await get('/main-CCCCCCCC.js', { 'Accept-Encoding': 'gzip, br' });
    expect(script.headers.get('Content-Encoding')).toBe('gzip');
    expect(script.headers.get('Vary')).toBe('Accept-Encoding');
    expect(Number(script.headers.get('Content-Length'))).toBeLessThan(500);
    expect(await script.text()).toBe(SCRIPT);
    const font = await get('/media/icons-DDDDDDDD.woff2', { 'Accept-Encoding': 'gzip' });
    expect(font.headers.get('Content-Encoding')).toBeNull();
    expect(font.headers.get('Content-Type')).toBe('font/woff2');
  });

  it('is only read', async () => {
    expect((await fetch(server.url, { method: 'POST' })).status).toBe(405);
    const head = await fetch(server.url, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });
});
