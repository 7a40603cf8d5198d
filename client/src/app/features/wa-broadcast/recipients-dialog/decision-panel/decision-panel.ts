import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { recipientReasonSentence, recipientStateTexts } from '#contracts/recipient-texts.js';
import type { RecipientDecision, RecipientView } from '#contracts/recipient.contract.js';
import { Language } from '../../../../core/i18n/language.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { PrimaAction } from '../../../../shared/ui/action-button/prima-action.js';
import { Callout } from '../../ui/callout/callout.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';

/** What a person can decide about a recipient that failed, or of whom nobody knows. */
@Component({
  selector: 'prima-decision-panel',
  imports: [Callout, MatButton, PrimaAction],
  templateUrl: './decision-panel.html',
  styleUrl: './decision-panel.scss',
})
export class DecisionPanel {
  readonly recipient = input.required<RecipientView>();
  readonly busy = input.required<boolean>();
  /** Whether it can go back to the queue: not when sending was cancelled. */
  readonly mayResend = input.required<boolean>();
  readonly decide = output<RecipientDecision['kind']>();
  protected readonly t = injectTexts(waBroadcastTexts);
  private readonly language = inject(Language);

  protected readonly isUnknown = computed(() => this.recipient().state === 'unknown');
  protected readonly leaveHint = computed(() => {
    const { state } = this.recipient();
    const word = recipientStateTexts[state][this.language.current()];
    return this.t('decision.leaveHint', { word });
  });
  protected readonly sentence = computed(() => {
    const code = this.recipient().reason;
    const reason =
      code === null
        ? this.t('decision.noReason')
        : recipientReasonSentence(code, this.language.current());
    return this.t(this.isUnknown() ? 'decision.unknown' : 'decision.failed', { reason });
  });
}
