import type { IncomingMessage } from 'node:http';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { CONFIG } from '../config/config.js';
import type { Config } from '../config/config.js';
import { Ids } from '../kernel/ids.js';
import { Log } from '../logging/log.js';
import { NestLog } from '../logging/nest-log.js';
import { requestIds } from './request-id.js';
import { assertEveryRouteDeclaresAccess } from './route-declarations.js';
import { sameOriginOnly } from './same-origin.js';

/** Every route is below this path. */
export const API_PREFIX = '/api';

/** Largest JSON body; the text of a broadcast is far below (SEC-06). */
const JSON_LIMIT = '100kb';

/** Freetext holds up to 2,000,000 characters, of up to 4 bytes. */
const FREETEXT_LIMIT = '8mb';

/**
 * The product as an HTTP application, ready to listen. Rejects when it cannot start: a database that does
 * not open, a migration that fails, a route that does not declare who may call it.
 */
export async function createHttpApp(
  root: DynamicModule,
  log: Log,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(root, {
    logger: new NestLog(log),
    abortOnError: false,
    bodyParser: false,
    forceCloseConnections: true,
  });
  const config = app.get<Config>(CONFIG);
  app.disable('x-powered-by');
  // A reverse proxy on this machine tells who really calls; nobody else is believed.
  app.set('trust proxy', config.publicUrl === null ? false : 'loopback');
  app.use(requestIds(app.get(Ids)));
  app.use(API_PREFIX, sameOriginOnly(config));
  app.useBodyParser('json', { limit: FREETEXT_LIMIT, type: isFreetext });
  app.useBodyParser('json', { limit: JSON_LIMIT });
  app.setGlobalPrefix(API_PREFIX);
  assertEveryRouteDeclaresAccess(app);
  return app;
}

const isFreetext = ({ url, headers }: IncomingMessage): boolean =>
  url?.startsWith(`${API_PREFIX}/recipient-imports`) === true &&
  headers['content-type']?.startsWith('application/json') === true;
