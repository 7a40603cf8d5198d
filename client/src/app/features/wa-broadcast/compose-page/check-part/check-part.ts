import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { SendEstimate } from '#contracts/broadcast.contract.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { PrimaAction } from '../../../../shared/ui/action-button/prima-action.js';
import { Format } from '../../../../shared/format/format.js';
import { Icon } from '../../../../shared/ui/icon/icon.js';
import { endMoment } from '../../data/end-moment.js';
import type { MissingVariable } from '../../data/missing-values.js';
import { RecipientDraft } from '../../data/recipient-draft.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';
import { SendRules } from '../../ui/send-rules/send-rules.js';
import { Callout } from '../../ui/callout/callout.js';

/** What to put in place of a variable that the list does not have. */
export interface Replacement {
  readonly from: string;
  readonly to: string;
}

/** Third part: what will happen, and what is still wrong, before Simpan. */
@Component({
  selector: 'prima-check-part',
  imports: [Callout, Icon, MatButton, PrimaAction, SendRules],
  templateUrl: './check-part.html',
  styleUrl: './check-part.scss',
})
export class CheckPart {
  readonly hasText = input.required<boolean>();
  readonly missing = input.required<readonly MissingVariable[]>();
  /** How long sending would take; null while that cannot be said. */
  readonly estimate = input.required<SendEstimate | null>();
  readonly replace = output<Replacement>();
  readonly seeRejected = output();
  private readonly format = inject(Format);
  private readonly draft = inject(RecipientDraft);
  protected readonly t = injectTexts(waBroadcastTexts);

  protected readonly count = this.draft.count;

  /** What becomes of the rows, a sentence each. */
  protected readonly facts = computed(() => {
    const count = this.draft.count();
    const optedOut = this.draft.optedOut();
    const { duplicates, rejected } = this.draft.counts() ?? { duplicates: 0, rejected: 0 };
    return {
      willReceive: this.plural('check.willReceive', count - optedOut),
      optedOut:
        optedOut > 0 ? this.t('check.optedOut', { n: this.format.write().number(optedOut) }) : '',
      duplicates: duplicates > 0 ? this.plural('check.duplicates', duplicates) : '',
      rejected: rejected > 0 ? this.plural('check.rejected', rejected) : '',
    };
  });

  protected readonly duration = computed(() => {
    const estimate = this.estimate();
    if (!estimate) return '';
    const { startsAt, estimatedEnd } = estimate;
    const write = this.format.write();
    const { days } = estimate.rules;
    if (days > 1) {
      const end = endMoment(estimatedEnd, new Date(), write);
      return this.t('check.durationInDays', { n: write.number(days), end });
    }
    return this.t('check.duration', {
      duration: write.duration(Date.parse(estimatedEnd) - Date.parse(startsAt)),
      end: endMoment(estimatedEnd, new Date(), write),
    });
  });

  protected readonly faults = computed(() =>
    this.missing().map(({ name, unknown, suggestion, lacking }) => {
      const variable = `{${name}}`;
      if (!unknown) {
        const hint = this.t('check.lackingHint');
        return { name, sentence: this.lacking(variable, lacking), to: null, hint };
      }
      const sentence = this.t('check.unknownVariable', { variable });
      return { name, sentence, to: suggestion, hint: this.t('check.removeOrAdd') };
    }),
  );

  protected suggestion(to: string): string {
    return this.t('check.suggestion', { variable: `{${to}}` });
  }

  protected replaceLabel(to: string): string {
    return this.t('check.replace', { variable: `{${to}}` });
  }

  private lacking(variable: string, count: number): string {
    const write = this.format.write();
    return this.t('check.lacking', {
      variable,
      recipients: this.t.plural('run.count', count, { n: write.number(count) }),
      total: write.number(this.draft.samples().length),
    });
  }

  private plural(key: 'check.willReceive' | 'check.duplicates' | 'check.rejected', n: number) {
    return this.t.plural(key, n, { n: this.format.write().number(n) });
  }
}
