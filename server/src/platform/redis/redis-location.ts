import type { RedisOptions } from 'ioredis';

const DEFAULT_PORT = 6379;

/** Where Redis is. */
export interface RedisLocation {
  /** `redis://[user:password@]host[:port][/database]`, or `rediss://…` for TLS. */
  readonly url: string;
  /** Certificates in PEM form that vouch for its server; null: those that Node trusts. */
  readonly ca: string | null;
}

/**
 * The same as options, for all who connect: Bull reads addresses by itself and would go to a
 * `rediss://` without TLS.
 */
export function redisOptions({ url, ca }: RedisLocation): RedisOptions {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const host = hostname.replace(/^\[|\]$/gu, '');
  return {
    host,
    port: port === '' ? DEFAULT_PORT : Number(port),
    db: Number(pathname.slice(1)) || 0,
    ...(username !== '' && { username: decodeURIComponent(username) }),
    ...(password !== '' && { password: decodeURIComponent(password) }),
    ...(protocol === 'rediss:' && { tls: ca === null ? {} : { ca } }),
  };
}
