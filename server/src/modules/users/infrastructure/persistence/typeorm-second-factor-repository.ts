import { Injectable } from '@nestjs/common';
import { Database } from '../../../../platform/database/database.js';
import { isDuplicateKey } from '../../../../platform/database/duplicate-key.js';
import { SecondFactorRepository } from '../../application/ports/second-factor-repository.js';
import type { SecondFactor } from '../../domain/second-factor.js';
import { RecoveryCodeRow, SecondFactorRow } from './second-factor.row.js';

/** Second factors in the database. */
@Injectable()
export class TypeOrmSecondFactorRepository extends SecondFactorRepository {
  constructor(private readonly database: Database) {
    super();
  }

  async find(userId: string): Promise<SecondFactor | null> {
    return this.database.manager.findOneBy(SecondFactorRow, { userId });
  }

  async owners(): Promise<ReadonlySet<string>> {
    const rows = await this.database.manager.find(SecondFactorRow, { select: { userId: true } });
    return new Set(rows.map(({ userId }) => userId));
  }

  async add(factor: SecondFactor): Promise<boolean> {
    try {
      await this.database.manager.insert(SecondFactorRow, factor);
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return false;
    }
  }

  async useStep(userId: string, step: number): Promise<boolean> {
    return this.database.compareAndSet(
      'UPDATE second_factors SET last_step = ? WHERE user_id = ? AND last_step < ?',
      [step, userId, step],
    );
  }

  async remove(userId: string): Promise<boolean> {
    await this.database.manager.delete(RecoveryCodeRow, { userId });
    return this.database.compareAndSet('DELETE FROM second_factors WHERE user_id = ?', [userId]);
  }

  async replaceRecoveryCodes(userId: string, hashes: readonly string[]): Promise<void> {
    await this.database.manager.delete(RecoveryCodeRow, { userId });
    const rows = hashes.map((codeHash) => ({ userId, codeHash }));
    await this.database.manager.insert(RecoveryCodeRow, rows);
  }

  async takeRecoveryCode(userId: string, hash: string): Promise<boolean> {
    return this.database.compareAndSet(
      'DELETE FROM recovery_codes WHERE user_id = ? AND code_hash = ?',
      [userId, hash],
    );
  }

  async countRecoveryCodes(userId: string): Promise<number> {
    return this.database.manager.countBy(RecoveryCodeRow, { userId });
  }
}
