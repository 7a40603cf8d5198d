import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { RunView } from '#contracts/broadcast.contract.js';
import type { RecipientState } from '#contracts/recipient.contract.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import type { Tone } from '../../../../shared/ui/action-button/prima-action.js';
import { PrimaAction } from '../../../../shared/ui/action-button/prima-action.js';
import { Format } from '../../../../shared/format/format.js';
import { Icon, type IconName } from '../../../../shared/ui/icon/icon.js';
import { tallyOf } from '../../data/tally.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';

type Outcome = 'reached' | 'failed' | 'skipped' | 'unknown' | 'cancelled' | 'waiting';

/** How an outcome looks, and the state by which its recipients are found; null: several states. */
const OUTCOMES: Readonly<
  Record<Outcome, { tone: Tone; icon: IconName; state: RecipientState | null }>
> = {
  reached: { tone: 'green', icon: 'check_circle', state: null },
  failed: { tone: 'red', icon: 'error', state: 'failed' },
  skipped: { tone: 'neutral', icon: 'skip_next', state: 'skipped' },
  unknown: { tone: 'amber', icon: 'help', state: 'unknown' },
  cancelled: { tone: 'neutral', icon: 'block', state: 'cancelled' },
  // Only right after Batalkan: whoever was just being sent to comes to an end a moment later.
  waiting: { tone: 'blue', icon: 'hourglass_top', state: null },
};

const ORDER = Object.keys(OUTCOMES) as Outcome[];

/** A sending that has ended: how many came to which end, and what can be done about each. */
@Component({
  selector: 'prima-end-summary',
  imports: [Icon, MatButton, PrimaAction],
  templateUrl: './end-summary.html',
  styleUrl: './end-summary.scss',
})
export class EndSummary {
  readonly run = input.required<RunView>();
  /** Only the counts are left: nobody can be shown or decided about any more. */
  readonly counted = input(false);
  /** Asks to see the recipients in that state. */
  readonly show = output<RecipientState>();
  protected readonly t = injectTexts(waBroadcastTexts);
  private readonly format = inject(Format);

  protected readonly parts = computed(() => {
    const tally = tallyOf(this.run().counts);
    const write = this.format.write();
    return ORDER.filter((outcome) => tally[outcome] > 0).map((outcome) => ({
      outcome,
      ...OUTCOMES[outcome],
      words: this.t(`summary.${outcome}`, { n: write.number(tally[outcome]) }),
      help: this.t(`summary.${outcome}Help`),
    }));
  });

  protected readonly title = computed(() => {
    const { total } = tallyOf(this.run().counts);
    const n = this.format.write().number(total);
    const parts = this.parts()
      .map(({ words }) => words)
      .join(', ');
    const cancelled = this.run().state === 'cancelled';
    return this.t(cancelled ? 'summary.cancelledTitle' : 'summary.title', { n, parts });
  });

  protected showLabel(words: string): string {
    return this.t('summary.showOf', { word: words });
  }
}
