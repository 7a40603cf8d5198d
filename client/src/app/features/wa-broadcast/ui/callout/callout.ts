import { Component, input } from '@angular/core';
import type { Tone } from '../../../../shared/ui/action-button/prima-action.js';
import { Icon, type IconName } from '../../../../shared/ui/icon/icon.js';

/** A remark on the part of the page where it stands: icon, sentence, and perhaps a button. */
@Component({
  selector: 'prima-callout',
  imports: [Icon],
  host: { '[class]': '"prima-tone-" + tone()' },
  template: '<prima-icon [name]="icon()" /><div><ng-content /></div>',
  styles: `
    :host {
      display: flex;
      gap: 12px;
      align-items: flex-start;
      padding: 10px 12px;
      border-radius: 8px;
      background: var(--prima-tone-container);
      font: var(--mat-sys-body-medium);
    }

    prima-icon {
      color: var(--prima-tone);
      font-size: 20px;
    }

    div {
      flex: 1;
      min-width: 0;
    }
  `,
})
export class Callout {
  readonly tone = input.required<Tone>();
  readonly icon = input.required<IconName>();
}
