import { Component, input } from '@angular/core';
import type { Tone } from '../action-button/prima-action.js';
import { Icon, type IconName } from '../icon/icon.js';

/** A status as icon and word; the colour only repeats what they say. */
@Component({
  selector: 'prima-status-chip',
  imports: [Icon],
  host: { '[class]': '"prima-tone-" + tone()' },
  template: '<prima-icon [name]="icon()" /><span>{{ label() }}</span>',
  styles: `
    :host {
      display: inline-flex;
      gap: 4px;
      align-items: center;
      padding: 2px 10px 2px 6px;
      border-radius: 999px;
      background: var(--prima-tone-container);
      color: var(--prima-tone);
      font: var(--mat-sys-label-large);
      white-space: nowrap;
    }

    prima-icon {
      font-size: 18px;
    }
  `,
})
export class StatusChip {
  readonly tone = input.required<Tone>();
  readonly icon = input.required<IconName>();
  readonly label = input.required<string>();
}
