import { Component, computed, inject, input } from '@angular/core';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import { Language } from '../../../../core/i18n/language.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { StatusChip } from '../../../../shared/ui/status-chip/status-chip.js';
import { BROADCAST_LOOKS, pauseSentence, type StatusLook } from '../../data/status-words.js';
import { WaitingSentence } from '../../data/waiting-sentence.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';

/** Being sent, but holding back by itself for a while. */
const WAITING: StatusLook = { tone: 'blue', icon: 'hourglass_top' };

/**
 * The state of a message in a word, with the reason when it paused or holds back by itself, unless that
 * stands elsewhere on the screen.
 */
@Component({
  selector: 'prima-broadcast-status',
  imports: [StatusChip],
  template: `
    <prima-status-chip [tone]="look().tone" [icon]="look().icon" [label]="word()" />
    @if (withReason() && reason()) {
      <span>{{ reason() }}</span>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-direction: column;
      gap: 4px;
      align-items: flex-start;
    }

    span {
      font: var(--mat-sys-body-small);
    }
  `,
})
export class BroadcastStatusChip {
  readonly broadcast = input.required<Pick<BroadcastView, 'status' | 'run'>>();
  readonly withReason = input(true);
  private readonly t = injectTexts(waBroadcastTexts);
  private readonly language = inject(Language);
  private readonly waiting = inject(WaitingSentence);

  protected readonly look = computed(() =>
    this.waiting.of(this.broadcast().run) ? WAITING : BROADCAST_LOOKS[this.broadcast().status],
  );
  protected readonly word = computed(() => this.t(`status.${this.broadcast().status}`));
  protected readonly reason = computed(
    () =>
      pauseSentence(this.broadcast().run, this.language.current()) ||
      this.waiting.of(this.broadcast().run),
  );
}
