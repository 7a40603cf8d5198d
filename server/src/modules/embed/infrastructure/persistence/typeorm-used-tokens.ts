import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { Database } from '../../../../platform/database/database.js';
import { isDuplicateKey } from '../../../../platform/database/duplicate-key.js';
import { UsedTokens } from '../../application/ports/used-tokens.js';
import { UsedTokenRow } from './framed-person.row.js';

/** Used tokens in the database: its unique key lets one of many at once win, in all processes. */
@Injectable()
export class TypeOrmUsedTokens extends UsedTokens {
  constructor(private readonly database: Database) {
    super();
  }

  async burn(issuer: string, jti: string, until: number): Promise<boolean> {
    const fingerprint = createHash('sha256').update(`${issuer}\n${jti}`).digest('hex');
    try {
      await this.database.manager.insert(UsedTokenRow, { fingerprint, until });
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return false;
    }
  }

  async forget(now: number): Promise<void> {
    await this.database.manager.delete(UsedTokenRow, { until: LessThanOrEqual(now) });
  }
}
