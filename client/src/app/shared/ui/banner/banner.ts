import { Component, input } from '@angular/core';
import type { Tone } from '../action-button/prima-action.js';
import { Icon, type IconName } from '../icon/icon.js';

/** A line across the page that concerns everything on it. Announced when it appears. */
@Component({
  selector: 'prima-banner',
  imports: [Icon],
  host: { role: 'status', '[class]': '"prima-tone-" + tone()' },
  template: '<prima-icon [name]="icon()" /><span>{{ text() }}</span><ng-content />',
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      align-items: center;
      padding: 8px 16px;
      background: var(--prima-tone-container);
      color: var(--prima-tone);
      font: var(--mat-sys-body-medium);
    }

    prima-icon {
      font-size: 20px;
    }

    /* Beside the icon also on a phone; what belongs to the sentence then goes below it. */
    span {
      flex: 1 1 240px;
    }
  `,
})
export class Banner {
  readonly tone = input.required<Tone>();
  readonly icon = input.required<IconName>();
  readonly text = input.required<string>();
}
