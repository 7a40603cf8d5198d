import { Component, input } from '@angular/core';
import { Icon, type IconName } from '../icon/icon.js';

/** What a list shows when there is nothing in it: says so, and holds the button of the first step. */
@Component({
  selector: 'prima-empty-state',
  imports: [Icon],
  template: `
    <prima-icon [name]="icon()" />
    <p>{{ text() }}</p>
    <ng-content />
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: 12px;
      align-items: center;
      padding: 40px 16px;
      border: 1px dashed var(--mat-sys-outline-variant);
      border-radius: 12px;
      text-align: center;
    }

    prima-icon {
      color: var(--mat-sys-on-surface-variant);
      font-size: 48px;
    }

    p {
      max-width: 48ch;
      margin: 0;
    }
  `,
})
export class EmptyState {
  readonly icon = input<IconName>('inbox');
  readonly text = input.required<string>();
}
