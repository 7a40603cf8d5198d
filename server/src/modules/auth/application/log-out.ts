import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { AuditLog } from '../../audit/index.js';
import { EndSession } from './end-session.js';

/** Ends the login of a person who leaves. */
@Injectable()
export class LogOut {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly endSession: EndSession,
    private readonly audit: AuditLog,
  ) {}

  async run(actor: Actor, sessionId: string): Promise<void> {
    await this.unit.run(async () => {
      await this.endSession.one(sessionId);
      await this.audit.record(actor, {
        action: 'auth.logout',
        subject: 'user',
        subjectId: actor.id,
      });
    });
  }
}
