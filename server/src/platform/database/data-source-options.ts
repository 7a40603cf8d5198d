import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database as SqliteConnection } from 'better-sqlite3';
import type { DataSourceOptions } from 'typeorm';
import { DoNotContact1763949600000 } from './migrations/1763949600000-do-not-contact.js';
import { AuditChain1763965000000 } from './migrations/1763965000000-audit-chain.js';
import { Attachments1763951400000 } from './migrations/1763951400000-attachments.js';
import { Editors1763969000000 } from './migrations/1763969000000-editors.js';
import { Embedding1763964300000 } from './migrations/1763964300000-embedding.js';
import { InitialSchema1763769600000 } from './migrations/1763769600000-initial-schema.js';
import { DeviceHolds1763953200000 } from './migrations/1763953200000-device-holds.js';
import { InstallationPolicies1763964600000 } from './migrations/1763964600000-installation-policies.js';
import { InstallationSecrets1763946000000 } from './migrations/1763946000000-installation-secrets.js';
import { NumberTallies1763955000000 } from './migrations/1763955000000-number-tallies.js';
import { People1763961000000 } from './migrations/1763961000000-people.js';
import { UserLinks1763962000000 } from './migrations/1763962000000-user-links.js';
import { SessionList1763963000000 } from './migrations/1763963000000-session-list.js';
import { Retention1763964000000 } from './migrations/1763964000000-retention.js';
import { FreshProof1763968100000 } from './migrations/1763968100000-fresh-proof.js';
import { SecondFactor1763968000000 } from './migrations/1763968000000-second-factor.js';
import { SafeMode1763960400000 } from './migrations/1763960400000-safe-mode.js';
import { SessionDetails1763942400000 } from './migrations/1763942400000-session-details.js';

/** Where the data is: a SQLite file (`:memory:` in unit tests) or a MySQL or MariaDB server. */
export type DatabaseLocation =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'mysql'; readonly url: string; readonly tls?: DatabaseTls | null };

/** The way to the server is encrypted, and the server proves who it is. */
export interface DatabaseTls {
  /** Certificates in PEM form that vouch for it; null: those that Node trusts. */
  readonly ca: string | null;
}

/** In the order in which they are applied. */
const MIGRATIONS = [
  InitialSchema1763769600000,
  SessionDetails1763942400000,
  InstallationSecrets1763946000000,
  DoNotContact1763949600000,
  Attachments1763951400000,
  DeviceHolds1763953200000,
  NumberTallies1763955000000,
  People1763961000000,
  UserLinks1763962000000,
  SessionList1763963000000,
  SafeMode1763960400000,
  Retention1763964000000,
  Embedding1763964300000,
  InstallationPolicies1763964600000,
  AuditChain1763965000000,
  SecondFactor1763968000000,
  FreshProof1763968100000,
  Editors1763969000000,
];

/** Names of all migrations of this version, as databases remember them. */
export const MIGRATION_NAMES: readonly string[] = MIGRATIONS.map(
  (Migration) => new Migration().name,
);

/** Settings of a connection to an embedded database; the first to open a file also gives it its journal mode. */
export function prepareSqlite(connection: SqliteConnection): void {
  // FULL, not WAL's usual NORMAL: a claim must be on the disk before WhatsApp sees the message
  // (NORMAL syncs at checkpoints alone: 4 fsyncs for 200 commits).
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  // In pages, 16 MB: each message changes the same few pages, which so are written back a fourth as often
  // as by default.
  connection.pragma('wal_autocheckpoint = 4000');
  // What is deleted is overwritten: a number that was erased must not be left in the file.
  connection.pragma('secure_delete = ON');
  connection.pragma('foreign_keys = ON');
  connection.pragma('busy_timeout = 5000');
}

/**
 * TypeORM options for a location. `synchronize` is never used; migrations are run explicitly by
 * `openDatabase`.
 */
export function dataSourceOptions(
  location: DatabaseLocation,
  entities: DataSourceOptions['entities'] = [],
): DataSourceOptions {
  const common = {
    entities,
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'each' as const,
    synchronize: false,
    logging: false,
  };
  if (location.kind === 'sqlite') {
    if (location.file !== ':memory:') mkdirSync(dirname(location.file), { recursive: true });
    return {
      ...common,
      type: 'better-sqlite3',
      database: location.file,
      prepareDatabase: prepareSqlite,
    };
  }
  return {
    ...common,
    // The `mariadb` driver type reads the schema of both servers the same way (needed for the drift check).
    type: 'mariadb',
    url: location.url.replace(/^mariadb:/u, 'mysql:'),
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    supportBigNumbers: true,
    extra: { connectionLimit: 10 },
    // Without `verifyIdentity` the driver takes the certificate of any host for the right one.
    ...(location.tls && {
      ssl: { ...(location.tls.ca !== null && { ca: location.tls.ca }), verifyIdentity: true },
    }),
  };
}
