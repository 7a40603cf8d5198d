import { Controller, Get, Module } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '#contracts/user.contract.js';
import { Public, RequireLogin, RequirePermission } from '../../src/platform/http/route-access.js';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';

@Controller('doors')
class DoorsController {
  @Get('open')
  @Public()
  open(): object {
    return {};
  }

  @Get('closed')
  @RequireLogin()
  closed(): object {
    return {};
  }

  @Get('locked')
  @RequirePermission('devices:manage')
  locked(): object {
    return {};
  }
}

@Module({ controllers: [DoorsController] })
class DoorsModule {}

@Controller('forgotten')
class ForgottenController {
  @Get()
  @RequireLogin()
  fine(): object {
    return {};
  }

  @Get('one')
  silent(): object {
    return {};
  }
}

@Module({ controllers: [ForgottenController] })
class ForgottenModule {}

describe('access', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer({ modules: [DoorsModule] });
  });

  afterAll(() => server.close());

  it.each<[string, Role | null, number]>([
    ['open', null, 200],
    ['closed', null, 401],
    ['closed', 'viewer', 200],
    ['locked', null, 401],
    ['locked', 'viewer', 403],
    ['locked', 'operator', 403],
    ['locked', 'confirmer', 403],
    ['locked', 'administrator', 200],
  ])('to what is %s, for %s, is %d', async (door, role, status) => {
    const browser = role === null ? server.client() : await server.login(role);
    expect((await browser.get(`/api/doors/${door}`)).status).toBe(status);
  });

  it('is refused to a made-up session', async () => {
    const answer = await server
      .client()
      .get('/api/doors/closed', { Cookie: `prima=${'a'.repeat(43)}` });
    expect(answer.status).toBe(401);
  });

  it('must be declared: a route that says nothing stops the boot and is named', async () => {
    await expect(startTestServer({ modules: [ForgottenModule] })).rejects.toThrow(
      /@RequirePermission\(\): ForgottenController\.silent$/,
    );
  });
});
