import type { IncomingMessage, Server } from 'node:http';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { CONFIG } from '../config/config.js';
import type { Config } from '../config/config.js';
import { Ids } from '../kernel/ids.js';
import type { Log } from '../logging/log.js';
import { NestLog, NestStartLog } from '../logging/nest-log.js';
import { Metrics } from '../metrics/metrics.js';
import { requestTimer } from '../metrics/request-timer.js';
import { ApiDescription } from './api-description.js';
import { ClientFolder } from './client-folder.js';
import { ClientPage } from './client-page.js';
import { requestIds } from './request-id.js';
import { assertEveryRouteDeclaresAccess } from './route-declarations.js';
import { sameOriginOnly } from './same-origin.js';
import { securityHeaders } from './security-headers.js';
import { serveClient } from './serve-client.js';

/** Every route is below this path, but those of the door. */
export const API_PREFIX = '/api';

/** Where other sites post forms to us on purpose: what comes here proves itself by its signature. */
const DOOR_PREFIX = '/embed';

/** Where a monitoring system reads, as is the custom of its kind. */
const METRICS_PATH = '/metrics';

/** A signed token and the name of its field; longer ones are refused with a page by the route. */
const FORM_LIMIT = '64kb';

/** Largest JSON body; the text of a broadcast is far below. */
const JSON_LIMIT = '100kb';

/** Each is a file of the process; a live stream is one, and a thousand people with two tabs fit. */
const MOST_CONNECTIONS = 4_000;

/** Freetext holds up to 200,000 characters, of up to 4 bytes. */
const FREETEXT_LIMIT = '1mb';

/**
 * The product as an HTTP application, ready to listen. Rejects when it cannot start: a database that does
 * not open, a migration that fails, a route that does not declare who may call it.
 *
 * @param clientDir folder of the built client; null serves the API alone.
 */
export async function createHttpApp(
  root: DynamicModule,
  log: Log,
  clientDir: string | null = null,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(root, {
    logger: new NestStartLog(log),
    abortOnError: false,
    bodyParser: false,
    forceCloseConnections: true,
    // `devices/sent-today` of one module wins over `devices/:id` of another, in whatever order they load.
    routeResolutionStrategy: 'specificity',
    routeConflictPolicy: { duplicate: 'error' },
  });
  app.useLogger(new NestLog(log));
  try {
    furnish(app, clientDir);
    return app;
  } catch (error) {
    // Its database is open already.
    await app.close();
    throw error;
  }
}

/** Everything between the socket and the routes, in the order in which a request meets it. */
function furnish(app: NestExpressApplication, clientDir: string | null): void {
  const config = app.get<Config>(CONFIG);
  app.disable('x-powered-by');
  // Answers with data are never stored, and the client's files say theirs where they have one.
  app.disable('etag');
  // These tell who really calls; nobody else is believed.
  app.set('trust proxy', config.trustedProxies);
  app.use(requestTimer(app.get(Metrics)));
  app.use(requestIds(app.get(Ids)));
  app.use(securityHeaders(config));
  const folder = clientDir === null ? null : new ClientFolder(clientDir);
  app.get(ClientPage).of(folder);
  app.use(serveClient(folder, [API_PREFIX, DOOR_PREFIX, METRICS_PATH]));
  app.use(API_PREFIX, sameOriginOnly(config));
  app.useBodyParser('json', { limit: FREETEXT_LIMIT, type: isFreetext });
  app.useBodyParser('json', { limit: JSON_LIMIT });
  app.useBodyParser('urlencoded', { limit: FORM_LIMIT, extended: false, type: isForm });
  app.setGlobalPrefix(API_PREFIX, { exclude: [`${DOOR_PREFIX}/*rest`, METRICS_PATH] });
  assertEveryRouteDeclaresAccess(app);
  app.get(ApiDescription).of(app);
  limitTimes(app.getHttpServer());
}

const isFreetext = ({ url, headers }: IncomingMessage): boolean =>
  url?.startsWith(`${API_PREFIX}/recipient-imports`) === true &&
  headers['content-type']?.startsWith('application/json') === true;

const isForm = ({ url, headers }: IncomingMessage): boolean =>
  url?.startsWith(`${DOOR_PREFIX}/`) === true &&
  headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;

/** Nobody holds a connection open by being slow; an upload of 32 MB on a poor line fits. */
function limitTimes(server: Server & { connectionsCheckingInterval?: number }): void {
  server.headersTimeout = 10_000;
  server.requestTimeout = 120_000;
  server.keepAliveTimeout = 5_000;
  // How often the first two are looked at: Node's own 30 s would give a slow one four times as long.
  server.connectionsCheckingInterval = 2_000;
  server.maxConnections = MOST_CONNECTIONS;
}
