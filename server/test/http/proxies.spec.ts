import { Controller, Get, Module, Req } from '@nestjs/common';
import type { Request } from 'express';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Public } from '../../src/platform/http/route-access.js';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';

@Controller('caller')
@Public()
class CallerController {
  @Get()
  address(@Req() request: Request): { address: string | undefined } {
    return { address: request.ip };
  }
}

@Module({ controllers: [CallerController] })
class CallerModule {}

describe('the address of a caller', () => {
  let server: TestServer;

  afterEach(() => server.close());

  const addressFor = async (trustedProxies: readonly string[], forwarded: string) => {
    server = await startTestServer({ modules: [CallerModule], config: { trustedProxies } });
    const answer = await server.client().get('/api/caller', { 'X-Forwarded-For': forwarded });
    return ((await answer.json()) as { address: string }).address;
  };

  it('is where the connection comes from, whatever the caller claims', async () => {
    expect(await addressFor([], '203.0.113.9')).toBe('127.0.0.1');
  });

  it('is what a trusted proxy saw, and nothing that was claimed to that', async () => {
    expect(await addressFor(['127.0.0.0/8'], '198.51.100.66, 203.0.113.9')).toBe('203.0.113.9');
  });

  it('is not changed by a proxy of another network', async () => {
    expect(await addressFor(['172.31.250.1'], '203.0.113.9')).toBe('127.0.0.1');
  });
});
