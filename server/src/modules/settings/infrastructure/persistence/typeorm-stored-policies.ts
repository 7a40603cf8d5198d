import { Injectable } from '@nestjs/common';
import { FRESH_POLICIES, InstallationPolicies } from '#contracts/settings.contract.js';
import { Database } from '../../../../platform/database/database.js';
import { isDuplicateKey } from '../../../../platform/database/duplicate-key.js';
import { StoredPolicies } from '../../application/ports/stored-policies.js';
import type { PolicyChange, PolicyVersion } from '../../application/ports/stored-policies.js';
import { PoliciesRow } from './policies.row.js';

const POLICIES = 'policies';

/** `StoredPolicies` in the table `installation_policies`. */
@Injectable()
export class TypeormStoredPolicies extends StoredPolicies {
  constructor(private readonly database: Database) {
    super();
  }

  async read(): Promise<PolicyVersion> {
    // As last committed, not as when the unit began, and held until its end: a policy that is switched on
    // meanwhile waits for whoever decides by the old one. On SQLite units come one after another anyway.
    const row = await this.database.manager.findOne(PoliciesRow, {
      where: { name: POLICIES },
      ...(!this.database.isSqlite && { lock: { mode: 'pessimistic_read' as const } }),
    });
    if (!row) return { version: 0, policies: FRESH_POLICIES, change: null };
    return {
      version: row.version,
      policies: InstallationPolicies.parse({ ...FRESH_POLICIES, ...row.policies }),
      change: { by: row.changedBy, at: row.changedAt },
    };
  }

  async replace(
    version: number,
    policies: InstallationPolicies,
    { by, at }: PolicyChange,
  ): Promise<boolean> {
    if (version === 0) return this.first({ version: 1, policies, changedAt: at, changedBy: by });
    return this.database.compareAndSet(
      `UPDATE installation_policies SET version = ?, policies = ?, changed_at = ?, changed_by = ?
       WHERE name = ? AND version = ?`,
      [version + 1, JSON.stringify(policies), at, by, POLICIES, version],
    );
  }

  private async first(row: Omit<PoliciesRow, 'name'>): Promise<boolean> {
    try {
      await this.database.manager.insert(PoliciesRow, { name: POLICIES, ...row });
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return false;
    }
  }
}
