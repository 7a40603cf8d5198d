import { Component, computed, inject, input } from '@angular/core';
import type { RunView } from '#contracts/broadcast.contract.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { Format } from '../../../../shared/format/format.js';
import { endMoment } from '../../data/end-moment.js';
import { tallyOf } from '../../data/tally.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';
import { Progress } from '../../../../shared/ui/progress/progress.js';

/** How far sending is: "312 dari 1.240 · selesai sekitar 14.20" over a bar. */
@Component({
  selector: 'prima-run-progress',
  imports: [Progress],
  template: `
    <p>
      <strong>{{ done() }}</strong>
      @if (end(); as sentence) {
        <span> · {{ sentence }}</span>
      }
    </p>
    <prima-progress
      [value]="percent()"
      [attr.aria-label]="t('run.progress', { name: name() })"
      [attr.aria-valuetext]="done()"
    />
  `,
  styles: `
    :host {
      display: block;
    }

    p {
      margin: 0 0 6px;
      font-variant-numeric: tabular-nums;
    }

    prima-progress {
      --prima-progress-height: 8px;
      --prima-progress-colour: var(--prima-blue);
    }
  `,
})
export class RunProgress {
  /** What the message is called. */
  readonly name = input.required<string>();
  readonly run = input.required<RunView>();
  protected readonly t = injectTexts(waBroadcastTexts);
  private readonly format = inject(Format);
  private readonly tally = computed(() => tallyOf(this.run().counts));

  /** From 0 to 100. */
  protected readonly percent = computed(() => {
    const { done, total } = this.tally();
    return total === 0 ? 100 : (done / total) * 100;
  });

  protected readonly done = computed(() => {
    const write = this.format.write();
    const { done, total } = this.tally();
    return this.t('run.done', { done: write.number(done), total: write.number(total) });
  });

  protected readonly end = computed(() => {
    const { estimatedEnd, state } = this.run();
    if (estimatedEnd === null || state !== 'sending') return '';
    return this.t('run.end', { end: endMoment(estimatedEnd, new Date(), this.format.write()) });
  });
}
