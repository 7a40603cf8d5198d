import { resolve } from 'node:path';
import * as z from 'zod';
import type { DatabaseLocation } from '../database/data-source-options.js';
import type { RedisLocation } from '../redis/redis-location.js';

const Certificates = z
  .string()
  .includes('-----BEGIN CERTIFICATE-----', 'must hold certificates in PEM form')
  .optional();

/** Variables that say where the database and Redis are. */
export const CONNECTION_VARIABLES = {
  DATABASE_URL: z
    .url({
      protocol: /^(mysql|mariadb)$/,
      error: 'must start with mysql:// or mariadb:// and name a host',
    })
    .optional(),
  DATABASE_PASSWORD: z.string().optional(),
  DATABASE_TLS: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .default(false),
  DATABASE_CA: Certificates,
  MIGRATIONS: z.enum(['run', 'wait']).default('run'),
  REDIS_URL: z
    .url({
      protocol: /^rediss?$/,
      error: 'must start with redis:// or rediss:// and name a host',
    })
    .optional(),
  REDIS_PASSWORD: z.string().optional(),
  REDIS_CA: Certificates,
  REDIS_PREFIX: z
    .string()
    .regex(/^[\w-]{1,40}$/, 'must be letters, digits, - and _')
    .default('prima'),
};

type Settings = z.infer<z.ZodObject<typeof CONNECTION_VARIABLES>>;

/** Where the data is: SQLite in `dataDir` unless DATABASE_URL names a server. */
export function databaseLocation(env: Settings, dataDir: string): DatabaseLocation {
  if (env.DATABASE_URL === undefined) return { kind: 'sqlite', file: resolve(dataDir, 'prima.db') };
  return {
    kind: 'mysql',
    url: withPassword(env.DATABASE_URL, env.DATABASE_PASSWORD),
    // Who names the certificates wants them asked for.
    tls: env.DATABASE_TLS || env.DATABASE_CA !== undefined ? { ca: env.DATABASE_CA ?? null } : null,
  };
}

/** Where Redis is; null where there is none. */
export function redisLocation(env: Settings): RedisLocation | null {
  if (env.REDIS_URL === undefined) return null;
  return { url: withPassword(env.REDIS_URL, env.REDIS_PASSWORD), ca: env.REDIS_CA ?? null };
}

/** `url` with this password: one of its own keeps the rest out of files that hold secrets. */
function withPassword(url: string, password: string | undefined): string {
  if (password === undefined) return url;
  const complete = new URL(url);
  complete.password = encodeURIComponent(password);
  return complete.href;
}
