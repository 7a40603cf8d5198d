import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/kernel/clock.js';
import { AuditLog } from '../../audit/index.js';
import type { Device } from '../domain/device.js';
import type { SessionNews } from '../domain/session-machine.js';
import { afterNews } from '../domain/session-machine.js';
import { SessionChanges } from './session-changes.js';

/** In whose name the audit log keeps what happened without a person of this product. */
const SYSTEM = { id: 'system', name: 'system' } as const;

/** Takes note of what an engine tells about a session. */
@Injectable()
export class RecordSessionChange {
  constructor(
    private readonly changes: SessionChanges,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Stores the news if it follows from what is stored; late news changes nothing. */
  async run(deviceId: string, news: SessionNews): Promise<void> {
    await this.changes.change(
      deviceId,
      (device) => afterNews(device, news, this.clock.now()),
      (before, after) => this.writeDown(before, after),
    );
  }

  /** A phone that links or ends its link is a deed on somebody's phone: it belongs in the book. */
  private async writeDown(before: Device, after: Device): Promise<void> {
    const linked = before.linkedAt === null && after.linkedAt !== null;
    const ended = after.state === 'logged-out' && before.state !== 'logged-out';
    if (!linked && !ended) return;
    await this.audit.record(SYSTEM, {
      action: linked ? 'device.linked' : 'device.logged-out',
      subject: 'device',
      subjectId: after.id,
      details: { name: after.name, reason: after.reason },
    });
  }
}
