import { Component, computed, inject, input } from '@angular/core';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import { Language } from '../../../../core/i18n/language.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { StatusChip } from '../../../../shared/ui/status-chip/status-chip.js';
import { BROADCAST_LOOKS, pauseSentence } from '../../data/status-words.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';

/** The state of a message in a word, with the reason when it paused by itself. */
@Component({
  selector: 'prima-broadcast-status',
  imports: [StatusChip],
  template: `
    <prima-status-chip [tone]="look().tone" [icon]="look().icon" [label]="word()" />
    @if (reason()) {
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
  private readonly t = injectTexts(waBroadcastTexts);
  private readonly language = inject(Language);

  protected readonly look = computed(() => BROADCAST_LOOKS[this.broadcast().status]);
  protected readonly word = computed(() => this.t(`status.${this.broadcast().status}`));
  protected readonly reason = computed(() =>
    pauseSentence(this.broadcast().run, this.language.current()),
  );
}
