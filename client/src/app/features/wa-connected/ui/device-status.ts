import { Component, computed, inject, input } from '@angular/core';
import { wrongNumberText, sessionReasonSentence } from '#contracts/device-texts.js';
import type { DeviceStatus, DeviceView } from '#contracts/device.contract.js';
import { fillSentence } from '#contracts/fill-sentence.js';
import { Language } from '../../../core/i18n/language.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { Format } from '../../../shared/format/format.js';
import type { Tone } from '../../../shared/ui/action-button/prima-action.js';
import type { IconName } from '../../../shared/ui/icon/icon.js';
import { StatusChip } from '../../../shared/ui/status-chip/status-chip.js';
import { waConnectedTexts } from '../i18n/wa-connected-texts.js';

const LOOK: Readonly<Record<DeviceStatus, { tone: Tone; icon: IconName }>> = {
  disconnected: { tone: 'red', icon: 'link_off' },
  connected: { tone: 'amber', icon: 'sync_problem' },
  authenticated: { tone: 'green', icon: 'check_circle' },
};

/** Status of a device in the seed's word, with the reason and since when below it. */
@Component({
  selector: 'prima-device-status',
  imports: [StatusChip],
  template: `
    <prima-status-chip [tone]="look().tone" [icon]="look().icon" [label]="device().status" />
    @if (withReason()) {
      <p>{{ reason() }}</p>
      <p class="since">{{ t('status.since', { moment: since() }) }}</p>
    }
  `,
  styles: `
    :host {
      display: inline-grid;
      gap: 2px;
      justify-items: start;
    }

    p {
      margin: 0;
      font: var(--mat-sys-body-medium);
    }

    .since {
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-small);
    }
  `,
})
export class DeviceStatusView {
  private readonly format = inject(Format);
  private readonly language = inject(Language);

  readonly device = input.required<DeviceView>();
  readonly withReason = input(false);

  protected readonly t = injectTexts(waConnectedTexts);
  protected readonly look = computed(() => LOOK[this.device().status]);
  protected readonly since = computed(() => this.format.write().dateTime(this.device().stateSince));
  protected readonly reason = computed(() => {
    const { state, status, reason, phone } = this.device();
    const write = this.format.write();
    if (state === 'wrong-number' && reason !== null) {
      return fillSentence(wrongNumberText[this.language.current()], {
        scanned: write.phone(reason),
        expected: write.phone(phone),
      });
    }
    if (reason !== null) return sessionReasonSentence(reason, this.language.current());
    if (status === 'authenticated') return this.t('status.fine');
    return status === 'connected' ? this.t('status.trouble') : this.t('status.unlinked');
  });
}
