import { Component, computed, inject, input } from '@angular/core';
import type { BroadcastStatus } from '#contracts/broadcast.contract.js';
import type { RecipientCounts } from '#contracts/recipient.contract.js';
import { Language } from '../../../../core/i18n/language.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { Format } from '../../../../shared/format/format.js';
import { shownRecipientState } from '../../data/status-words.js';
import { occupiedStates } from '../../data/tally.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';

/** Recipients by state as one bar, which a screen reader hears as a list of counts. */
@Component({
  selector: 'prima-count-bar',
  host: { role: 'img', '[attr.aria-label]': 'label()', '[attr.title]': 'label()' },
  template: `
    @for (part of parts(); track part.state) {
      <span [class]="'prima-tone-' + part.tone + ' ' + part.state" [style.flex-grow]="part.count">
      </span>
    }
  `,
  styles: `
    :host {
      display: flex;
      gap: 2px;
      height: 8px;
      overflow: hidden;
      border-radius: 4px;
      background: var(--mat-sys-surface-container-highest);
    }

    span {
      flex-basis: 4px;
      background: var(--prima-tone);
    }

    /* Those who wait are the empty part of the bar. */
    .pending,
    .sending {
      background: transparent;
    }

    .skipped,
    .cancelled {
      opacity: 0.5;
    }

    @media (forced-colors: active) {
      span:not(.pending, .sending) {
        background: CanvasText;
      }
    }
  `,
})
export class CountBar {
  readonly counts = input.required<RecipientCounts>();
  /** State of the message, which says what "waiting" is called. */
  readonly broadcastStatus = input.required<BroadcastStatus>();
  private readonly t = injectTexts(waBroadcastTexts);
  private readonly format = inject(Format);
  private readonly language = inject(Language);

  protected readonly parts = computed(() => {
    const counts = this.counts();
    return occupiedStates(counts).map((state) => ({
      state,
      count: counts[state],
      ...shownRecipientState(state, this.broadcastStatus(), this.language.current()),
    }));
  });

  protected readonly label = computed(() => {
    const write = this.format.write();
    const parts = this.parts().map(({ count, word }) => `${write.number(count)} ${word}`);
    return this.t('run.bar', { parts: parts.join(', ') });
  });
}
