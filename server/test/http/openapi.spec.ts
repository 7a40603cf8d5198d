import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';

const FILE = new URL('../../openapi.json', import.meta.url);

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Record<string, unknown>>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

describe('the description of the API', () => {
  let server: TestServer;
  let served: Description;

  beforeAll(async () => {
    server = await startTestServer();
    const browser = await server.login('viewer');
    served = (await (await browser.get('/api/openapi.json')).json()) as Description;
  });

  afterAll(() => server.close());

  const operations = () => Object.values(served.paths).flatMap((path) => Object.values(path));

  it('in git is what the routes are (else: npm run openapi)', () => {
    expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(served);
  });

  it('is for people who are logged in', async () => {
    expect((await server.client().get('/api/openapi.json')).status).toBe(401);
  });

  it('says of every route who may call it and how it refuses', () => {
    expect(operations().length).toBeGreaterThan(5);
    for (const operation of operations()) {
      expect(operation['x-access']).toEqual(expect.any(String));
      expect(operation.responses).toHaveProperty('default.content');
    }
  });

  it('names every schema that it uses', () => {
    const used = [...JSON.stringify(served).matchAll(/#\/components\/schemas\/(\w+)/g)];
    expect(used.length).toBeGreaterThan(0);
    for (const [, name = ''] of used) {
      expect(Object.keys(served.components.schemas)).toContain(name);
    }
  });
});
