import { Component, computed, input } from '@angular/core';
import type { LinkMethod } from '#contracts/device.contract.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { Icon, type IconName } from '../../../shared/ui/icon/icon.js';
import { waConnectedTexts } from '../i18n/wa-connected-texts.js';

const STEPS = {
  qr: [
    ['chat', 'scan.steps.open'],
    ['devices', 'scan.steps.devices'],
    ['qr_code_scanner', 'scan.steps.scan'],
  ],
  'phone-code': [
    ['notifications_active', 'scan.codeSteps.notice'],
    ['devices', 'scan.codeSteps.devices'],
    ['phone_android', 'scan.codeSteps.instead'],
    ['key', 'scan.codeSteps.type'],
  ],
} as const satisfies Record<LinkMethod, readonly (readonly [IconName, string])[]>;

/** What to do on the phone, one step a line, by the method of linking. */
@Component({
  selector: 'prima-link-steps',
  imports: [Icon],
  template: `
    <h2>{{ t('scan.steps.title') }}</h2>
    <ol>
      @for (step of steps(); track step[1]) {
        <li>
          <prima-icon [name]="step[0]" /><span>{{ t(step[1]) }}</span>
        </li>
      }
    </ol>
  `,
  styles: `
    h2 {
      margin-bottom: 8px;
      font: var(--mat-sys-title-medium);
    }

    ol {
      display: grid;
      gap: 12px;
      margin: 0;
      padding: 0;
      counter-reset: step;
      list-style: none;
    }

    li {
      display: flex;
      gap: 10px;
      align-items: center;
      counter-increment: step;
    }

    li::before {
      flex: none;
      content: counter(step) '.';
      font: var(--mat-sys-title-medium);
    }

    prima-icon {
      color: var(--prima-green);
      font-size: 28px;
    }
  `,
})
export class LinkSteps {
  readonly method = input.required<LinkMethod>();
  protected readonly t = injectTexts(waConnectedTexts);
  protected readonly steps = computed(() => STEPS[this.method()]);
}
