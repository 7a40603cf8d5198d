import { Component, computed, inject, input } from '@angular/core';
import type { SendEstimate } from '#contracts/broadcast.contract.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { Format } from '../../../../shared/format/format.js';
import { Icon, type IconName } from '../../../../shared/ui/icon/icon.js';
import { endMoment } from '../../data/end-moment.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';

/** Milliseconds from which on a start counts as later: shorter waits are only the pace. */
const LATER = 5 * 60 * 1000;

interface Rule {
  readonly icon: IconName;
  readonly sentence: string;
}

/** What keeps a number safe and so makes sending longer, one sentence a line; nothing for practice. */
@Component({
  selector: 'prima-send-rules',
  imports: [Icon],
  template: `
    @for (rule of rules(); track rule.icon) {
      <p><prima-icon [name]="rule.icon" />{{ rule.sentence }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
    }

    :host:empty {
      display: none;
    }

    p {
      display: flex;
      gap: 12px;
      align-items: flex-start;
      margin: 0;
    }

    prima-icon {
      color: var(--mat-sys-on-surface-variant);
      font-size: 20px;
    }
  `,
})
export class SendRules {
  readonly estimate = input.required<SendEstimate>();
  private readonly t = injectTexts(waBroadcastTexts);
  private readonly format = inject(Format);

  protected readonly rules = computed<Rule[]>(() => {
    const { rules, startsAt } = this.estimate();
    const write = this.format.write();
    const now = new Date();
    const said: Rule[] = [];
    if (Date.parse(startsAt) - now.getTime() > LATER) {
      const start = endMoment(startsAt, now, write);
      said.push({ icon: 'hourglass_top', sentence: this.t('rules.startsLater', { start }) });
    }
    if (rules.hours) {
      const from = write.timeOfDay(rules.hours.from);
      const to = write.timeOfDay(rules.hours.to);
      said.push({ icon: 'wb_sunny', sentence: this.t('rules.hours', { from, to }) });
    }
    if (rules.dailyCap !== null) {
      const cap = write.number(rules.dailyCap);
      const sent = write.number(rules.sentToday);
      const key = rules.warmingUp ? 'rules.young' : 'rules.cap';
      said.push({ icon: 'shield', sentence: this.t(key, { cap, sent }) });
    }
    return said;
  });
}
