import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { ConfigError } from '../config/config.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { Database } from '../database/database.js';

const KEY_BYTES = 32;

/** Every purpose has its own keys, so that none says anything about another. */
export type KeyPurpose =
  'do-not-contact' | 'process-bus' | 'embed-keys' | 'audit-chain' | 'second-factors';

const NAME = 'installation';

interface StoredSecret {
  value: string;
  fingerprint: string;
}

/**
 * Keys that all processes of one installation share for ever. They come from a random secret in the
 * database and, when it is set, from SECRET_KEY: without that, whoever has a copy of the whole database
 * has the keys too, and what is hashed with them is only safe in exports and copies of single tables.
 */
export class InstallationSecrets {
  private constructor(private readonly root: Buffer) {}

  /**
   * Reads the secret, or makes it when the installation is new; of processes that start together one
   * wins. Throws `ConfigError` when SECRET_KEY is not the one with which the installation began: hashes
   * of before would match nothing any more, and who asked for no more messages would get them.
   */
  static async load(
    database: Pick<Database, 'manager'> & UnitOfWork,
    secretKey: string | null,
    now: number,
  ): Promise<InstallationSecrets> {
    const stored = (await read(database)) ?? (await create(database, secretKey, now));
    const root = rootOf(stored.value, secretKey);
    if (stored.fingerprint !== fingerprintOf(root)) {
      throw new ConfigError([
        'SECRET_KEY is not the one with which this installation began: set that one again',
      ]);
    }
    return new InstallationSecrets(root);
  }

  /** 32 bytes for one purpose, the same in every process and after every restart. */
  key(purpose: KeyPurpose): Buffer {
    return Buffer.from(hkdfSync('sha256', this.root, '', purpose, KEY_BYTES));
  }
}

/** The secret that counts: the one that is stored, whoever else is starting at the same moment. */
async function create(
  database: Pick<Database, 'manager'> & UnitOfWork,
  secretKey: string | null,
  now: number,
): Promise<StoredSecret> {
  const value = randomBytes(KEY_BYTES).toString('hex');
  const fingerprint = fingerprintOf(rootOf(value, secretKey));
  try {
    await database.run(() =>
      database.manager.query(
        'INSERT INTO installation_secrets (name, value, fingerprint, created_at) VALUES (?, ?, ?, ?)',
        [NAME, value, fingerprint, now],
      ),
    );
  } catch (error) {
    const other = await read(database);
    if (!other) throw error;
    return other;
  }
  return { value, fingerprint };
}

async function read(
  database: Pick<Database, 'manager'> & UnitOfWork,
): Promise<StoredSecret | undefined> {
  const [row] = await database.run(() =>
    database.manager.query<StoredSecret[]>(
      'SELECT value, fingerprint FROM installation_secrets WHERE name = ?',
      [NAME],
    ),
  );
  return row;
}

function rootOf(value: string, secretKey: string | null): Buffer {
  return createHmac('sha256', secretKey ?? '')
    .update(Buffer.from(value, 'hex'))
    .digest();
}

const fingerprintOf = (root: Buffer): string =>
  createHmac('sha256', root).update('check').digest('hex');
