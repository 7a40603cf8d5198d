import { Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { PrimaAction } from '../../../../shared/ui/action-button/prima-action.js';
import { Icon } from '../../../../shared/ui/icon/icon.js';
import type { RunStep } from '../../data/broadcast-client.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';

/** Jeda or Lanjutkan, and Batalkan, of a sending that is under way. */
@Component({
  selector: 'prima-run-buttons',
  imports: [Icon, MatButton, PrimaAction],
  template: `
    @if (broadcast().status === 'sending') {
      <button
        matButton="outlined"
        primaAction="blue"
        type="button"
        [disabled]="busy()"
        [attr.aria-label]="label(t('action.pause'))"
        (click)="step.emit('pause')"
      >
        <prima-icon matButtonIcon name="pause" />{{ t('action.pause') }}
      </button>
    } @else if (broadcast().device.status !== null) {
      <button
        matButton="filled"
        primaAction="blue"
        type="button"
        [disabled]="busy()"
        [attr.aria-label]="label(t('action.resume'))"
        (click)="step.emit('resume')"
      >
        <prima-icon matButtonIcon name="play_arrow" />{{ t('action.resume') }}
      </button>
    }
    <button
      matButton="outlined"
      primaAction="red"
      type="button"
      [disabled]="busy()"
      [attr.aria-label]="label(t('action.cancel'))"
      (click)="step.emit('cancel')"
    >
      <prima-icon matButtonIcon name="stop_circle" />{{ t('action.cancel') }}
    </button>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }

    @media (width <= 480px) {
      button {
        flex: 1 1 auto;
      }
    }
  `,
})
export class RunButtons {
  readonly broadcast = input.required<BroadcastView>();
  /** What the message is called, for those who hear the buttons without seeing their place. */
  readonly name = input.required<string>();
  readonly busy = input(false);
  readonly step = output<RunStep>();
  protected readonly t = injectTexts(waBroadcastTexts);

  protected label(action: string): string {
    return this.t('action.of', { action, name: this.name() });
  }
}
