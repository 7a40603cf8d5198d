import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { BroadcastView, SendEstimate } from '#contracts/broadcast.contract.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { Format } from '../../../../shared/format/format.js';
import { Icon } from '../../../../shared/ui/icon/icon.js';
import { endMoment } from '../../data/end-moment.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';
import { AttachmentPreview } from '../../ui/attachment-preview/attachment-preview.js';
import { MessageText } from '../../ui/message-text/message-text.js';

/** Longer messages are cut until one asks for the rest. */
const SHORT_LINES = 4;
const SHORT_LETTERS = 280;

/** What is, or was, confirmed: text, file, device, number of recipients, end; and by whom. */
@Component({
  selector: 'prima-approval',
  imports: [AttachmentPreview, Icon, MatButton, MessageText],
  templateUrl: './approval.html',
  styleUrl: './approval.scss',
})
export class Approval {
  readonly broadcast = input.required<BroadcastView>();
  /** When sending would end if it began now; null once it has begun, or while nobody knows yet. */
  readonly estimate = input.required<SendEstimate | null>();
  protected readonly t = injectTexts(waBroadcastTexts);
  protected readonly format = inject(Format);
  protected readonly whole = signal(false);

  protected readonly title = computed(() => {
    const { status } = this.broadcast();
    if (status === 'draft') return this.t('detail.approving');
    return this.t(status === 'confirmed' ? 'detail.approved' : 'detail.sentContent');
  });

  protected readonly isLong = computed(() => {
    const { text } = this.broadcast();
    return text.length > SHORT_LETTERS || text.split('\n').length > SHORT_LINES;
  });

  /** Those who opted out are part of the list, but nobody confirms a message to them. */
  protected readonly willReceive = computed(
    () => this.broadcast().recipientCount - this.broadcast().optedOutCount,
  );
  protected readonly optedOut = computed(() => {
    const { optedOutCount } = this.broadcast();
    if (optedOutCount === 0) return '';
    return this.t('detail.optedOut', { n: this.format.write().number(optedOutCount) });
  });

  protected readonly end = computed(() => {
    const estimate = this.estimate();
    if (!estimate) return '';
    const end = endMoment(estimate.estimatedEnd, new Date(), this.format.write());
    const { days } = estimate.rules;
    if (days === 1) return this.t('detail.endNow', { end });
    return this.t('detail.endNowInDays', { end, n: this.format.write().number(days) });
  });

  protected readonly confirmation = computed(() => {
    const { confirmed } = this.broadcast();
    if (!confirmed) return '';
    const at = this.format.write().dateTime(confirmed.at);
    return this.t('detail.confirmedBy', { by: confirmed.by, at });
  });

  /** Under four eyes: who may not confirm it. */
  protected readonly makers = computed(() => {
    const { fourEyes } = this.broadcast();
    if (!fourEyes) return '';
    return this.t('detail.fourEyes', { names: fourEyes.makers.map(({ name }) => name).join(', ') });
  });

  protected readonly withdrawal = computed(() => {
    const { unconfirmed, confirmed } = this.broadcast();
    if (!unconfirmed || confirmed) return '';
    const at = this.format.write().dateTime(unconfirmed.at);
    return this.t('detail.unconfirmedBy', { by: unconfirmed.by, at });
  });
}
