import { Injectable } from '@nestjs/common';
import type { SettingsChange, SettingsView } from '#contracts/settings.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { EventBus } from '../../../platform/events/event-bus.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import { policyDifferences } from '../domain/policy-differences.js';
import { SettingsChanged } from './installation-settings.js';
import type { PolicyVersion } from './ports/stored-policies.js';
import { StoredPolicies } from './ports/stored-policies.js';
import { settingsView } from './settings-view.js';

/** An administrator changes policies of the installation. They count for whatever is decided afterwards. */
@Injectable()
export class ChangeSettings {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly stored: StoredPolicies,
    private readonly audit: AuditLog,
    private readonly events: EventBus,
    private readonly clock: Clock,
  ) {}

  /** Refuses SETTINGS.CHANGED_MEANWHILE. What changes nothing is no new version. */
  async run({ version, policies }: SettingsChange, actor: Actor): Promise<SettingsView> {
    return this.unit.run(async () => {
      const before = await this.stored.read();
      if (before.version !== version) throw overtaken(before);
      const details = policyDifferences(before.policies, policies);
      if (Object.keys(details).length === 0) return settingsView(before);
      const change = { by: actor.name, at: this.clock.now() };
      if (!(await this.stored.replace(version, policies, change))) throw overtaken(before);
      await this.audit.record(actor, {
        action: 'settings.change',
        subject: 'settings',
        subjectId: 'policies',
        details,
      });
      this.events.publish(new SettingsChanged(policies));
      return settingsView({ version: version + 1, policies, change });
    });
  }
}

const overtaken = ({ change }: PolicyVersion): DomainError =>
  new DomainError('SETTINGS.CHANGED_MEANWHILE', { by: change?.by ?? 'administrator' });
