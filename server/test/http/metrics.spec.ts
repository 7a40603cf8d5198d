import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';

const TOKEN = 'mCq7Zt0vXn2bKfR9wLs4Yd6HgJp8Ae1U';
const DOCS = readFileSync(new URL('../../../docs/operations.md', import.meta.url), 'utf8');

describe('GET /metrics', () => {
  let server: TestServer;

  afterEach(() => server.close());

  const read = (authorization?: string) =>
    server.client().get('/metrics', authorization ? { Authorization: authorization } : {});
  const text = async () => (await read(`Bearer ${TOKEN}`)).text();

  it('is not there unless a token was set', async () => {
    server = await startTestServer();
    expect((await read()).status).toBe(404);
    expect((await read('Bearer null')).status).toBe(404);
  });

  it('is for who has the token, and not for who is logged in', async () => {
    server = await startTestServer({ config: { metricsToken: TOKEN } });
    const administrator = await server.login();
    for (const answer of [
      await read(),
      await read(TOKEN),
      await read(`Bearer ${TOKEN}x`),
      await administrator.get('/metrics'),
    ]) {
      expect([answer.status, answer.headers.get('WWW-Authenticate')]).toEqual([401, 'Bearer']);
    }
    const answer = await read(`Bearer ${TOKEN}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toMatch(/^text\/plain; version=0\.0\.4/u);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
  });

  it('tells requests by the patterns of their routes, and logins by what became of them', async () => {
    server = await startTestServer({ config: { metricsToken: TOKEN } });
    const administrator = await server.login();
    const id = '0197a8b0-0000-7000-8000-00000000000f';
    await administrator.get(`/api/devices/${id}?name=Sari`);
    await administrator.get('/api/Sari/6281299000777');
    await administrator.get('/Sari');
    await administrator.send('PROPFIND', '/api/devices', {});
    const wrong = { username: 'Sari', password: 'salah sekali' };
    await server.client().post('/api/auth/login', wrong);
    const shown = await text();
    for (const series of [
      'request_duration_seconds_count{method="GET",route="/api/devices/:id",status="404"} 1',
      'request_duration_seconds_count{method="GET",route="none",status="404"} 1',
      'request_duration_seconds_count{method="GET",route="client",status="404"} 1',
      'request_duration_seconds_count{method="other",route="none",status="404"} 1',
      'prima_logins_total{outcome="ok"} 1',
      'prima_logins_total{outcome="wrong"} 1',
      'prima_part_up{part="database"} 1',
      'nodejs_eventloop_lag_p99_seconds',
      'process_resident_memory_bytes',
    ]) {
      expect(shown).toContain(series);
    }
    expect(shown).not.toMatch(new RegExp(`Sari|6281299000777|${id}`, 'u'));
  });

  it('tells how many rows a list had', async () => {
    server = await startTestServer({ config: { metricsToken: TOKEN } });
    const administrator = await server.login();
    const list = '081299000777\n081299000778\n+6281299000777\nbukan nomor';
    await administrator.post('/api/recipient-imports/freetext', { text: list });
    const shown = await text();
    expect(shown).toContain('prima_imports_total{source="freetext",outcome="ready"} 1');
    for (const [result, rows] of [
      ['accepted', 2],
      ['duplicate', 1],
      ['rejected', 1],
    ]) {
      const labels = `source="freetext",result="${String(result)}"`;
      expect(shown).toContain(`prima_import_rows_total{${labels}} ${String(rows)}`);
    }
  });

  it('is described in docs/operations.md, one row for each', async () => {
    server = await startTestServer({ config: { metricsToken: TOKEN } });
    await server.client().get('/api/health/live');
    const types = (await text()).matchAll(/^# TYPE (prima_\w+) /gmu);
    const rows = DOCS.matchAll(/^\| `(prima_\w+)/gmu);
    expect([...rows].map(([, name]) => name).sort()).toEqual(
      [...types].map(([, name]) => name).sort(),
    );
  });
});
