import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamicModule, Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DeviceGrant, Role } from '#contracts/user.contract.js';
import { AppModule } from '../../src/app.module.js';
import { PrepareFirstRun } from '../../src/modules/auth/index.js';
import { PasswordHasher } from '../../src/modules/users/application/ports/password-hasher.js';
import { UserRepository } from '../../src/modules/users/application/ports/user-repository.js';
import { readConfig } from '../../src/platform/config/config.js';
import type { Config } from '../../src/platform/config/config.js';
import { NO_RATE_LIMITS } from '../../src/platform/config/rate-settings.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { createHttpApp } from '../../src/platform/http/http-app.js';
import { FakeClock } from '../../src/platform/kernel/fake-clock.js';
import { Ids } from '../../src/platform/kernel/ids.js';
import { RecordingLog } from './recording-log.js';
import { TestClient } from './test-client.js';

/** What a test wants to be otherwise. */
export interface TestServerWishes {
  /** Settings that differ from those of an embedded installation in a new folder. */
  readonly config?: Partial<Config>;
  /** Modules besides the product's own. */
  readonly modules?: readonly (Type | DynamicModule)[];
  /** Default: a clock that stands still until the test moves it. */
  readonly clock?: FakeClock;
  /** Folder of a built client. Default: the API alone. */
  readonly clientDir?: string;
}

/** The whole product, listening on a free port, with a database of its own. */
export interface TestServer {
  readonly app: NestExpressApplication;
  /** `http://127.0.0.1:port`. */
  readonly url: string;
  readonly clock: FakeClock;
  readonly log: RecordingLog;
  /** Secret of the setup link; null once somebody was set up. */
  readonly setupToken: string | null;
  /** A browser of nobody. */
  client(): TestClient;
  /** Adds a person with this job, for every device unless told which, and logs them in over HTTP. Password: `TEST_PASSWORD`. */
  login(role?: Role, devices?: DeviceGrant): Promise<TestClient>;
  close(): Promise<void>;
}

/** Password of every person that `login` makes. */
export const TEST_PASSWORD = 'gajah ungu makan pepaya';

/** Starts the product for one test file. Close it when done. */
export async function startTestServer(wishes: TestServerWishes = {}): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'prima-test-'));
  try {
    return await startIn(dataDir, wishes);
  } catch (error) {
    rmSync(dataDir, { recursive: true, force: true });
    throw error;
  }
}

async function startIn(dataDir: string, wishes: TestServerWishes): Promise<TestServer> {
  const config: Config = {
    ...readConfig({ DATA_DIR: dataDir, PORT: '0' }),
    // Tests ask more often than people, and their clock stands still.
    rateLimits: NO_RATE_LIMITS,
    ...wishes.config,
  };
  const clock = wishes.clock ?? new FakeClock();
  const log = new RecordingLog();
  const modules = wishes.modules ?? [];
  const app = await createHttpApp(
    AppModule.with(config, log, { clock, modules }),
    log,
    wishes.clientDir,
  );
  await app.listen(config.port, config.host);
  const setupToken = await app.get(PrepareFirstRun).run();
  const { port } = app.getHttpServer().address() as { port: number };
  const url = `http://127.0.0.1:${String(port)}`;
  const client = () => new TestClient(url);
  return {
    app,
    url,
    clock,
    log,
    setupToken,
    client,
    login: async (role = 'administrator', devices = 'all') => {
      const username = await addPerson(app, role, devices, clock.now());
      const browser = client();
      const answer = await browser.post('/api/auth/login', { username, password: TEST_PASSWORD });
      if (answer.status !== 200) throw new Error(`Login failed: ${await answer.text()}`);
      return browser;
    },
    close: async () => {
      await app.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function addPerson(
  app: NestExpressApplication,
  role: Role,
  devices: DeviceGrant,
  now: number,
): Promise<string> {
  const [users, unit] = [app.get(UserRepository), app.get(UnitOfWork)];
  const passwordHash = await app.get(PasswordHasher).hash(TEST_PASSWORD);
  return unit.run(async () => {
    const number = (await users.count()) + 1;
    const username = `${role}${String(number)}`;
    await users.add({
      id: app.get(Ids).next(),
      username,
      displayName: `Ibu ${role} ${String(number)}`,
      passwordHash,
      roles: [role],
      devices,
      createdAt: now,
      joinedAt: now,
      disabledAt: null,
    });
    return username;
  });
}
