import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { DeviceView, SessionState } from '#contracts/device.contract.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { paths } from '../../../core/navigation/paths.js';
import { PrimaAction } from '../../../shared/ui/action-button/prima-action.js';
import { Icon } from '../../../shared/ui/icon/icon.js';
import { DeviceClient } from '../data/device-client.js';
import { waConnectedTexts } from '../i18n/wa-connected-texts.js';
import { DeviceStatusView } from './device-status.js';

/** States in which there is a link, so that no code is asked for. */
const LINKED: readonly SessionState[] = ['reconnecting', 'restricted'];

/**
 * Why no code is shown, with the ways on that there are: other buttons go inside. A passkey is told at
 * length, since nothing on this page or on the phone helps against it.
 */
@Component({
  selector: 'prima-link-trouble',
  imports: [DeviceStatusView, Icon, MatButton, PrimaAction, RouterLink],
  template: `
    @switch (device().state) {
      @case ('code-expired') {
        <p>{{ t('scan.expired') }}</p>
      }
      @case ('passkey-required') {
        <prima-icon class="passkey" name="key" />
        <h2>{{ t('scan.passkey.title') }}</h2>
        <p>{{ t('scan.passkey.why') }}</p>
        <p>{{ t('scan.passkey.whatNow') }}</p>
        <a matButton="filled" primaAction="green" [routerLink]="paths.deviceCreate">
          <prima-icon matButtonIcon name="add" />{{ t('scan.passkey.other') }}
        </a>
      }
      @default {
        <prima-device-status [device]="device()" [withReason]="true" />
      }
    }
    @if (isLinked()) {
      <p class="soft">{{ t('scan.stillLinked') }}</p>
      <a matButton="filled" primaAction="blue" [routerLink]="paths.devices">
        {{ t('scan.toList') }}
      </a>
    }
    <ng-content />
    @if (practiceHelps()) {
      <a matButton [routerLink]="paths.deviceCreate" [queryParams]="{ latihan: 1 }">
        <prima-icon matButtonIcon name="school" />{{ t('add.toPractice') }}
      </a>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
      justify-items: center;
    }

    p,
    h2 {
      margin: 0;
    }

    h2 {
      font: var(--mat-sys-title-medium);
    }

    .passkey {
      color: var(--prima-amber);
      font-size: 48px;
    }

    .soft {
      color: var(--mat-sys-on-surface-variant);
    }

    /* Whole sentences are read from the left. */
    prima-device-status {
      text-align: start;
    }
  `,
})
export class LinkTrouble {
  readonly device = input.required<DeviceView>();
  protected readonly t = injectTexts(waConnectedTexts);
  protected readonly paths = paths;
  private readonly engines = inject(DeviceClient).engines();

  protected readonly isLinked = computed(() => LINKED.includes(this.device().state));
  /** Real WhatsApp failed here and practice devices are offered: there is something to do meanwhile. */
  protected readonly practiceHelps = computed(() => {
    const { engine, state } = this.device();
    const offered = this.engines.hasValue() && this.engines.value().items.includes('practice');
    return engine !== 'practice' && state === 'failed' && offered;
  });
}
