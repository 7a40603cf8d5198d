import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';

describe('login', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });

  afterAll(() => server.close());

  it('lets a person in and says who they are', async () => {
    const browser = await server.login('operator');
    const answer = await browser.get('/api/auth/me');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ username: 'operator1', roles: ['operator'] });
  });
});
