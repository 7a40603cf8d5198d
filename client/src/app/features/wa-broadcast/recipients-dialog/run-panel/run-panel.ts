import { Component, computed, inject, input, output } from '@angular/core';
import type { BroadcastView, RunView } from '#contracts/broadcast.contract.js';
import { Language } from '../../../../core/i18n/language.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import type { RunStep } from '../../data/broadcast-client.js';
import { pauseSentence } from '../../data/status-words.js';
import { tallyOf } from '../../data/tally.js';
import { WaitingSentence } from '../../data/waiting-sentence.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';
import { Callout } from '../../ui/callout/callout.js';
import { RunButtons } from '../../ui/run-buttons/run-buttons.js';
import { RunProgress } from '../../ui/run-progress/run-progress.js';

/** Percent between two announcements: a screen reader must get a word in edgewise. */
const ANNOUNCE_EVERY = 10;

/** A sending that is under way: how far it is, why it rests, and how to stop it. */
@Component({
  selector: 'prima-run-panel',
  imports: [Callout, RunButtons, RunProgress],
  template: `
    <prima-run-progress [name]="name()" [run]="run()" />
    <p class="prima-visually-hidden" role="status">{{ announcement() }}</p>
    @if (run().state === 'paused') {
      <prima-callout tone="amber" icon="pause_circle">{{ pause() }}</prima-callout>
    } @else {
      @if (waiting(); as sentence) {
        <prima-callout tone="blue" icon="hourglass_top">{{ sentence }}</prima-callout>
      }
      <p>{{ t('run.mayClose') }}</p>
    }
    @if (maySend()) {
      <prima-run-buttons
        [broadcast]="broadcast()"
        [name]="name()"
        [busy]="busy()"
        (step)="step.emit($event)"
      />
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
      padding: 16px;
      border-radius: 12px;
      background: var(--mat-sys-surface-container);
    }

    p {
      margin: 0;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-medium);
    }
  `,
})
export class RunPanel {
  readonly broadcast = input.required<BroadcastView>();
  readonly run = input.required<RunView>();
  /** What the message is called. */
  readonly name = input.required<string>();
  readonly maySend = input.required<boolean>();
  readonly busy = input.required<boolean>();
  readonly step = output<RunStep>();
  protected readonly t = injectTexts(waBroadcastTexts);
  private readonly language = inject(Language);
  private readonly waitingSentence = inject(WaitingSentence);

  protected readonly waiting = computed(() => this.waitingSentence.of(this.run()));
  protected readonly announcement = computed(() => {
    if (this.waiting()) return this.waiting();
    const { done, total } = tallyOf(this.run().counts);
    const percent = total === 0 ? 100 : (done / total) * 100;
    const step = Math.floor(percent / ANNOUNCE_EVERY) * ANNOUNCE_EVERY;
    return this.t('run.announce', { percent: step });
  });

  protected readonly pause = computed(() => {
    const reason = pauseSentence(this.run(), this.language.current());
    return reason ? this.t('run.pausedBecause', { reason }) : this.t('run.pausedByPerson');
  });
}
