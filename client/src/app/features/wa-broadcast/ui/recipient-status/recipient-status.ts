import { Component, computed, inject, input } from '@angular/core';
import type { BroadcastStatus } from '#contracts/broadcast.contract.js';
import { recipientReasonSentence } from '#contracts/recipient-texts.js';
import type { RecipientView } from '#contracts/recipient.contract.js';
import { Language } from '../../../../core/i18n/language.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { Format } from '../../../../shared/format/format.js';
import { StatusChip } from '../../../../shared/ui/status-chip/status-chip.js';
import { shownRecipientState } from '../../data/status-words.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';

/** What became of one recipient: word, when, why, how often, and who decided about it. */
@Component({
  selector: 'prima-recipient-status',
  imports: [StatusChip],
  template: `
    <prima-status-chip [tone]="shown().tone" [icon]="shown().icon" [label]="shown().word" />
    @if (details().length > 0) {
      <span>{{ details().join(' · ') }}</span>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 8px;
      align-items: center;
    }

    span {
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-small);
    }
  `,
})
export class RecipientStatus {
  readonly recipient = input.required<RecipientView>();
  /** State of the message: before Kirim it says more than that of the recipient. */
  readonly broadcastStatus = input.required<BroadcastStatus>();
  private readonly t = injectTexts(waBroadcastTexts);
  private readonly format = inject(Format);
  private readonly language = inject(Language);

  protected readonly shown = computed(() => {
    const { state, reason } = this.recipient();
    const shown = shownRecipientState(state, this.broadcastStatus(), this.language.current());
    return isOptedOut(state, reason) ? { ...shown, word: this.t('table.optedOut') } : shown;
  });

  protected readonly details = computed(() => {
    const { stateSince, reason, attempts, decision } = this.recipient();
    const write = this.format.write();
    const said: string[] = [];
    if (stateSince !== null) said.push(write.dateTime(stateSince));
    if (reason !== null) said.push(recipientReasonSentence(reason, this.language.current()));
    if (attempts > 1) said.push(this.t('table.attempts', { n: write.number(attempts) }));
    if (decision) {
      const at = write.dateTime(decision.at);
      said.push(this.t(`decision.done.${decision.kind}`, { by: decision.by, at }));
    }
    return said;
  });
}

/** Skipped because of a wish, not because of the number: the word says which. */
function isOptedOut(state: RecipientView['state'], reason: string | null): boolean {
  return state === 'skipped' && reason === 'opted-out';
}
