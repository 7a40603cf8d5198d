import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Role } from '#contracts/user.contract.js';
import { rolesPage } from '../../src/modules/users/domain/roles-page.js';
import type { TestClient } from '../support/test-client.js';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';
import { ROUTES } from './route-table.js';
import type { Belongings, RouteRule } from './route-table.js';
import { openClinic } from './two-clinics.js';

const FOLDER = new URL('../../../', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, FOLDER), 'utf8');
/** An id that nothing has. */
const NOBODY = '0197a8b0-0000-7000-8000-00000000000f';
const PAGE = read('docs/roles.md');

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Every route that the description of the API has, as `METHOD /path`. */
function routes(): string[] {
  const { paths } = JSON.parse(read('server/openapi.json')) as Description;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
}

/** Who may, by the table in the docs: permission → roles. */
function table(): ReadonlyMap<string, readonly Role[]> {
  const rows = PAGE.split('\n').filter((line) => line.startsWith('| ') && line.includes('`'));
  const [heads = [], ...body] = rows.map((row) => row.split('|').slice(1, -1));
  const roles = heads.slice(1).map((head) => Role.parse(/`(\w+)`/.exec(head)?.[1]));
  return new Map(
    body.map(([first = '', ...marks]) => [
      /`([^`]+)` *\)? *$/.exec(first.trim().replace(/\)$/, ''))?.[1] ?? '',
      roles.filter((_, at) => marks[at]?.trim() === '✓'),
    ]),
  );
}

const MAY = table();
const mayCall = ({ row }: RouteRule, role: Role): boolean =>
  row === 'public' || row === 'login' || (MAY.get(row) ?? []).includes(role);

describe('docs/roles.md', () => {
  it('is what the code says (else: npm run roles)', () => {
    expect(PAGE).toBe(rolesPage());
  });

  it('has a row for every permission that a route asks for', () => {
    const rows = Object.values(ROUTES).map(({ row }) => row);
    for (const row of rows) {
      if (row !== 'public' && row !== 'login') expect([...MAY.keys()]).toContain(row);
    }
  });
});

describe('every route', () => {
  let server: TestServer;
  let administrator: TestClient;
  const own: Belongings[] = [];
  let foreign: Belongings;
  const people = new Map<Role, { readonly browser: TestClient; readonly of: Belongings }>();

  beforeAll(async () => {
    server = await startTestServer();
    administrator = await server.login();
    foreign = await openClinic(server, administrator, 9);
    for (const [at, role] of Role.options.entries()) {
      const of = await openClinic(server, administrator, at + 1);
      own.push(of);
      const browser = await server.login(role, [of.deviceId]);
      people.set(role, { browser, of });
    }
  });

  afterAll(() => server.close());

  async function call(client: TestClient, route: string, of: Belongings): Promise<number> {
    const [method = '', path = ''] = route.split(' ');
    const { id, query, body } = ROUTES[route] ?? {};
    const address = path
      .replace('{id}', String(id?.(of) ?? NOBODY))
      .replace('{sessionId}', NOBODY)
      .replace('{recipientId}', String(of.recipientId));
    const answer = await client.send(method, address + (query?.(of) ?? ''), {
      body: body?.(of),
      headers: { 'Idempotency-Key': 'another' },
    });
    await answer.body?.cancel();
    return answer.status;
  }

  it('is in the table of this test', () => {
    expect(Object.keys(ROUTES).sort()).toEqual(routes().sort());
  });

  it('is closed to who is not logged in, unless it is public', async () => {
    for (const [route, { row }] of Object.entries(ROUTES)) {
      const status = await call(server.client(), route, foreign);
      const closed = status === 401;
      // A login without a name is refused too, but as a wrong request.
      expect({ route, closed }).toEqual({ route, closed: row !== 'public' });
    }
  });

  it.each(Role.options)('does for %s what docs/roles.md says, and no more', async (role) => {
    const { browser, of } = people.get(role) ?? { browser: administrator, of: foreign };
    const inOrder = Object.entries(ROUTES).sort(([, a], [, b]) => Number(a.last) - Number(b.last));
    const ordered = [...inOrder.filter(([, r]) => !r.last), ...inOrder.filter(([, r]) => r.last)];
    for (const [route, rule] of ordered) {
      const client = route === 'POST /api/auth/logout' ? await server.login(role) : browser;
      const may = mayCall(rule, role);
      const aboutSomething = rule.id !== undefined || rule.namesForeign === true;
      if (aboutSomething && role !== 'administrator') {
        const status = await call(client, route, foreign);
        expect({ route, of: 'foreign', status }).toEqual({
          route,
          of: 'foreign',
          status: may ? 404 : 403,
        });
      }
      const status = await call(client, route, of);
      const said = status === 403 ? 'no' : status === 404 && aboutSomething ? 'not there' : 'yes';
      expect({ route, of: 'own', said, status }).toEqual({
        route,
        of: 'own',
        said: may ? 'yes' : 'no',
        status,
      });
      expect(status).toBeLessThan(500);
    }
  });
});
