import { Controller, Get, Module, Post } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Public } from '../../src/platform/http/route-access.js';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';

@Controller('change')
@Public()
class ChangeController {
  @Get()
  read(): object {
    return {};
  }

  @Post()
  write(): object {
    return {};
  }
}

@Module({ controllers: [ChangeController] })
class ChangeModule {}

const JSON_TYPE = { 'Content-Type': 'application/json' };

describe('a change', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer({ modules: [ChangeModule] });
  });

  afterAll(() => server.close());

  const change = async (headers: Readonly<Record<string, string>>, body = '{}') => {
    const init = { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body };
    return (await fetch(`${server.url}/api/change`, init)).status;
  };

  it('comes from our own pages, by the word of the browser', async () => {
    const by = { 'X-Requested-By': 'prima' };
    expect(await change({ ...by, 'Sec-Fetch-Site': 'same-origin' })).toBe(201);
    for (const site of ['cross-site', 'same-site', 'none']) {
      expect(await change({ ...by, Origin: server.url, 'Sec-Fetch-Site': site })).toBe(403);
    }
  });

  it('comes from our own origin where the browser says nothing else (plain http)', async () => {
    const by = { 'X-Requested-By': 'prima' };
    expect(await change({ ...by, Origin: server.url })).toBe(201);
    expect(await change({ ...by, Origin: 'http://evil.example' })).toBe(403);
    expect(await change({ ...by, Origin: 'null' })).toBe(403);
    expect(await change({ ...by, Origin: server.url.replace('http:', 'https:') })).toBe(403);
    expect(await change(by)).toBe(403);
  });

  it('carries a header that no form and no foreign page can send', async () => {
    expect(await change({ Origin: server.url })).toBe(403);
  });

  it('is JSON or an upload, never what a plain form sends', async () => {
    const headers = { Origin: server.url, 'X-Requested-By': 'prima' };
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      expect(await change({ ...headers, 'Content-Type': type })).toBe(415);
    }
  });

  it('is not asked for by reading', async () => {
    const answer = await fetch(`${server.url}/api/change`, {
      headers: { 'Sec-Fetch-Site': 'cross-site' },
    });
    expect(answer.status).toBe(200);
  });

  it('is not allowed to other sites by CORS', async () => {
    const answer = await fetch(`${server.url}/api/change`, {
      method: 'OPTIONS',
      headers: { Origin: 'http://evil.example', 'Access-Control-Request-Method': 'POST' },
    });
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull();
  });
});

describe('a change behind a public address', () => {
  let server: TestServer;

  beforeAll(async () => {
    const config = { publicUrl: 'https://wa.example.org/', secureCookies: true };
    server = await startTestServer({ modules: [ChangeModule], config });
  });

  afterAll(() => server.close());

  it('comes from there, whatever Host says', async () => {
    const change = async (Origin: string) => {
      const headers = { ...JSON_TYPE, 'X-Requested-By': 'prima', Origin };
      const init = { method: 'POST', headers, body: '{}' };
      return (await fetch(`${server.url}/api/change`, init)).status;
    };
    expect(await change('https://wa.example.org')).toBe(201);
    expect(await change(server.url)).toBe(403);
  });
});
