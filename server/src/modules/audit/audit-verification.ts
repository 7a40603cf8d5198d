import { existsSync } from 'node:fs';
import { DataSource } from 'typeorm';
import type { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { dataSourceOptions } from '../../platform/database/data-source-options.js';
import { isUpToDate } from '../../platform/database/open-database.js';
import { EventBus } from '../../platform/events/event-bus.js';
import { StartupRefusal } from '../../platform/process/startup-refusal.js';
import { InstallationSecrets } from '../../platform/secrets/installation-secrets.js';
import type { AuditVerdict } from './application/audit-findings.js';
import { AuditSeal } from './application/audit-seal.js';
import type { NotedEnd } from './application/audit-seal.js';
import { VerifyAudit } from './application/verify-audit.js';
import { FileAuditNotes } from './infrastructure/file-audit-notes.js';
import { SqlAuditChainStore } from './infrastructure/persistence/sql-audit-chain-store.js';

/**
 * Verifies the audit of an installation, also while its server runs: it reads and does nothing else.
 *
 * @param noted ends that a person noted elsewhere
 * @throws StartupRefusal when there is no database of this version
 */
export async function verifyAuditOf(
  config: Pick<Config, 'dataDir' | 'database' | 'secretKey'>,
  noted: readonly Omit<NotedEnd, 'at'>[] = [],
): Promise<AuditVerdict> {
  if (config.database.kind === 'sqlite' && !existsSync(config.database.file)) {
    throw new StartupRefusal([`Belum ada database di ${config.database.file}. Periksa DATA_DIR.`]);
  }
  const dataSource = new DataSource(dataSourceOptions(config.database));
  await dataSource.initialize();
  try {
    if (!(await isUpToDate(dataSource))) {
      throw new StartupRefusal([
        'Database ini belum disiapkan oleh versi Prima ini. Jalankan server versi ini sekali, lalu ulangi.',
      ]);
    }
    const database = new Database(dataSource, new EventBus(() => undefined));
    // An installation that never started has no secret, and nothing to verify: none is made here.
    const secrets = await InstallationSecrets.load(database, config.secretKey, 0);
    return await new VerifyAudit(
      database,
      new SqlAuditChainStore(database),
      new FileAuditNotes(config),
      new AuditSeal(secrets),
    ).run(noted);
  } finally {
    await dataSource.destroy();
  }
}
