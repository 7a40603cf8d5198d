import { Redis } from 'ioredis';
import type { Log } from '../logging/log.js';
import { StartupRefusal } from '../process/startup-refusal.js';
import type { RedisLocation } from './redis-location.js';
import { redisOptions } from './redis-location.js';

/** The oldest that is tested here and has what Bull 4 needs. */
const OLDEST_MAJOR = 6;
const PATIENCE_MS = 3_000;

const PASSWORD_FAULT = /NOAUTH|WRONGPASS|invalid password/u;
const CERTIFICATE_FAULT = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/u;

/**
 * Looks at the Redis of the settings before anything relies on it. One that does not answer is only
 * warned of: the product starts without it and goes on when it comes back.
 * @throws StartupRefusal when it is too old, or turns us away
 */
export async function checkRedis(location: RedisLocation, log: Log): Promise<void> {
  const redis = new Redis({
    ...redisOptions(location),
    lazyConnect: true,
    connectTimeout: PATIENCE_MS,
    commandTimeout: PATIENCE_MS,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
  });
  let fault: unknown = null;
  // ioredis rejects with "Connection is closed." and tells the cause by this event.
  redis.on('error', (error: unknown) => (fault ??= error));
  try {
    await redis.connect();
    const facts = await redis.info();
    const refusal = refusalOfRedis(facts);
    if (refusal !== null) throw new StartupRefusal([refusal]);
    for (const warning of warningsOf(facts)) log.warn(warning);
  } catch (error) {
    if (error instanceof StartupRefusal) throw error;
    const cause = fault ?? error;
    const refusal = refusalOfFault(cause);
    if (refusal !== null) throw new StartupRefusal([refusal]);
    log.error('Redis does not answer; the product starts without it', cause);
  } finally {
    redis.disconnect();
  }
}

function refusalOfFault(cause: unknown): string | null {
  const { code = '', message = '' } = cause as { code?: string; message?: string };
  if (PASSWORD_FAULT.test(message)) return 'REDIS_URL: kata sandi Redis ditolak.';
  if (CERTIFICATE_FAULT.test(code)) {
    return `REDIS_URL: sertifikat TLS Redis tidak dipercaya (${code}); periksa REDIS_CA dan nama server.`;
  }
  return null;
}

/** Why a Redis that says this of itself (`INFO`) is too old; null when it is not. */
export function refusalOfRedis(facts: string): string | null {
  const version = /^redis_version:([\d.]+)/mu.exec(facts)?.[1] ?? '0';
  if (Number.parseInt(version, 10) >= OLDEST_MAJOR) return null;
  return `REDIS_URL: Redis ${version} terlalu tua. Perlu Redis ${String(OLDEST_MAJOR)} ke atas.`;
}

/** What is set otherwise than it should be. Nothing of it loses a message: the database is the truth. */
export function warningsOf(facts: string): string[] {
  const warnings: string[] = [];
  const policy = /^maxmemory_policy:(\S+)/mu.exec(facts)?.[1];
  if (policy !== undefined && policy !== 'noeviction') {
    warnings.push(`Redis may throw keys away: set maxmemory-policy to noeviction, not ${policy}`);
  }
  if (/^aof_enabled:0/mu.test(facts)) {
    warnings.push('Redis forgets at a restart: set appendonly to yes');
  }
  return warnings;
}
