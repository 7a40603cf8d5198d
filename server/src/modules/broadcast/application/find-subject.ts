import { Injectable } from '@nestjs/common';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import type { SubjectRecord, SubjectView } from '#contracts/subject.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { Ids } from '../../../platform/kernel/ids.js';
import { parsePhone } from '../../../platform/kernel/phone.js';
import { AuditLog } from '../../audit/index.js';
import { SubjectRows } from '../../recipient/index.js';
import type { SubjectRow } from '../../recipient/index.js';
import { titleOf } from '../domain/broadcast.js';
import { BroadcastViews } from './broadcast-views.js';
import { BroadcastRepository } from './ports/broadcast-repository.js';

/** Rows of reports that are looked at in one unit of work. */
const AT_A_TIME = 5_000;

/** Cari subjek: what is kept about one person. Asking for it is written down, without the number. */
@Injectable()
export class FindSubject {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly rows: SubjectRows,
    private readonly broadcasts: BroadcastRepository,
    private readonly views: BroadcastViews,
    private readonly audit: AuditLog,
    private readonly ids: Ids,
  ) {}

  /** @param purpose what it is asked for. Refuses PHONE.NOT_A_NUMBER */
  async run(typed: string, purpose: 'find' | 'export', actor: Actor): Promise<SubjectView> {
    const phone = readPhone(typed);
    const records = await this.unit.run(async () => {
      await this.audit.record(actor, {
        action: `subject.${purpose}`,
        subject: 'subject',
        subjectId: this.ids.next(),
      });
      return this.records(await this.rows.find(phone));
    });
    return { phone, records, reportRows: await this.reportRows(phone) };
  }

  /** What the rows amount to: those of lists that no message has are left out. In the caller's unit. */
  async records(rows: readonly SubjectRow[]): Promise<SubjectRecord[]> {
    const ids = rows.flatMap(({ broadcastId }) => broadcastId ?? []);
    const found = await this.views.ofAll(await this.broadcasts.findMany(ids));
    const byId = new Map(found.map((view) => [view.id, view]));
    return rows.flatMap((row) => {
      const view = byId.get(row.broadcastId ?? '');
      return view ? [recordOf(row, view)] : [];
    });
  }

  private async reportRows(phone: string): Promise<number> {
    let count = 0;
    for (let after: number | null = 0; after !== null;) {
      const from: number = after;
      const { ids, lastId } = await this.unit.run(() => this.rows.naming(phone, from, AT_A_TIME));
      count += ids.length;
      after = lastId;
    }
    return count;
  }
}

/** A typed number in E.164. Refuses PHONE.NOT_A_NUMBER. */
export function readPhone(typed: string): string {
  const phone = parsePhone(typed);
  if (phone.ok) return phone.e164;
  const fault = { pointer: '/phone', code: 'PHONE.NOT_A_NUMBER' } as const;
  throw new DomainError('PHONE.NOT_A_NUMBER', {}, [fault]);
}

function recordOf(row: SubjectRow, view: BroadcastView): SubjectRecord {
  const { name, variables, state, reason, stateAt, attempts } = row;
  const underWay = view.status === 'sending' || view.status === 'paused';
  return {
    broadcastId: view.id,
    title: titleOf(view),
    text: view.text,
    deviceName: view.device.name,
    status: view.status,
    ...{ name, variables, state, reason, attempts },
    stateSince: stateAt === null ? null : new Date(stateAt).toISOString(),
    blocks: state === 'sending' || (underWay && state === 'pending'),
  };
}
