import { ConfigError } from '../config/config.js';
import { DataDirInUse } from '../database/data-dir-lock.js';
import { DomainError } from '../kernel/domain-error.js';

/** Exit code for settings that cannot work (sysexits.h: EX_CONFIG): a supervisor need not try again. */
const EXIT_CONFIG = 78;
const EXIT_FAILED = 1;

/** Why the product does not start: a line for each fault, for the person at the keyboard. */
export class StartupRefusal extends Error {
  constructor(
    readonly lines: readonly string[],
    readonly exitCode: number = EXIT_FAILED,
  ) {
    super(lines.join('\n'));
  }
}

const MISSING_RIGHTS =
  'pengguna database itu kurang hak; lihat docker/sql/create-database.sql, dan MIGRATIONS=wait bila skema diubah pengguna lain';

/** What a database server or the network on the way to it says, and no setting of ours can mean else. */
const DATABASE_FAULTS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'tidak ada server database di alamat itu',
  ENOTFOUND: 'alamat server database tidak dikenal',
  ETIMEDOUT: 'server database tidak menjawab',
  ER_ACCESS_DENIED_ERROR: 'nama pengguna atau kata sandi database ditolak',
  ER_DBACCESS_DENIED_ERROR: 'pengguna itu tidak boleh memakai database tersebut',
  ER_BAD_DB_ERROR: 'database itu belum dibuat',
  ER_TABLEACCESS_DENIED_ERROR: MISSING_RIGHTS,
  ER_COLUMNACCESS_DENIED_ERROR: MISSING_RIGHTS,
  HANDSHAKE_NO_SSL_SUPPORT:
    'server database itu tidak memakai TLS, padahal DATABASE_TLS atau DATABASE_CA diisi',
  HANDSHAKE_SSL_ERROR:
    'sertifikat TLS server database tidak dipercaya; periksa DATABASE_CA dan nama server',
};

const SQLITE_FAULTS = /^SQLITE_(CORRUPT|NOTADB|CANTOPEN|READONLY|FULL|IOERR)/u;

/**
 * The plain meaning of what went wrong at the start; for what we do not know, its own message. Never says
 * the value of a setting, which may be a secret.
 */
export function refusalToStart(error: unknown): StartupRefusal {
  if (error instanceof StartupRefusal) return error;
  if (error instanceof ConfigError) {
    return new StartupRefusal(
      error.faults.map((fault) => `Setelan tidak berlaku: ${fault}`),
      EXIT_CONFIG,
    );
  }
  if (error instanceof DataDirInUse) {
    return new StartupRefusal([
      `Prima sudah berjalan dengan folder data ${error.dataDir}. Hentikan dahulu (Ctrl-C), atau pakai DATA_DIR lain.`,
    ]);
  }
  if (error instanceof DomainError && error.code === 'USER.PASSWORD_TOO_COMMON') {
    return new StartupRefusal(
      ['Setelan tidak berlaku: ADMIN_PASSWORD mudah ditebak. Pakai gabungan beberapa kata.'],
      EXIT_CONFIG,
    );
  }
  return new StartupRefusal([databaseFault(error) ?? `Prima gagal dimulai: ${messageOf(error)}`]);
}

function databaseFault(error: unknown): string | null {
  const code = (error as { code?: string } | null)?.code ?? '';
  const meaning = DATABASE_FAULTS[code];
  if (meaning !== undefined) return `DATABASE_URL: ${meaning} (${code}).`;
  if (!SQLITE_FAULTS.test(code)) return null;
  return `Berkas database di DATA_DIR tidak dapat dipakai (${code}). Periksa disk, atau pulihkan dari cadangan.`;
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
