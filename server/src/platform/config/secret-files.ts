import { readFileSync } from 'node:fs';

/**
 * Settings that may stand in a file instead, whose path is in `NAME_FILE`: secrets of Docker and
 * credentials of systemd come that way, and neither `docker inspect` nor `/proc` shows them.
 */
export const FILE_SETTINGS = [
  'DATABASE_URL',
  'DATABASE_PASSWORD',
  'DATABASE_CA',
  'REDIS_URL',
  'REDIS_PASSWORD',
  'REDIS_CA',
  'SECRET_KEY',
  'ADMIN_PASSWORD',
  'WHATSAPP_PROXY',
  'EMBED_SECRET',
  'METRICS_TOKEN',
] as const;

/** An environment whose `NAME_FILE` were read, and what was wrong with them. */
export interface WithFiles {
  readonly environment: Readonly<Record<string, string>>;
  /** Each names a variable and a rule, never a value. */
  readonly faults: readonly string[];
}

/** Puts the content of each `NAME_FILE` in place of `NAME`, without the line end behind it. */
export function withSecretFiles(given: Readonly<Record<string, string>>): WithFiles {
  const environment = { ...given };
  const faults: string[] = [];
  for (const name of FILE_SETTINGS) {
    const path = given[`${name}_FILE`];
    if (path === undefined) continue;
    if (given[name] !== undefined) faults.push(`${name}_FILE must not be set beside ${name}`);
    try {
      const content = readFileSync(path, 'utf8').replace(/\s+$/u, '');
      if (content === '') faults.push(`${name}_FILE must not name an empty file`);
      else environment[name] = content;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'error';
      faults.push(`${name}_FILE must name a file that can be read (${code})`);
    }
  }
  return { environment, faults };
}
