import { Component } from '@angular/core';

/** An entry of a {@link Menu}: an icon if there is one, and words. `role` only where it is not `menuitem`. */
@Component({
  selector: 'a[primaMenuItem], button[primaMenuItem]',
  host: { tabindex: '-1' },
  template: '<ng-content />',
  styles: `
    :host {
      display: flex;
      gap: 12px;
      align-items: center;
      width: 100%;
      min-height: 48px;
      padding: 0 12px;
      border: 0;
      background: none;
      color: inherit;
      font: var(--mat-sys-label-large);
      text-align: start;
      text-decoration: none;
      cursor: pointer;
    }

    :host(:hover),
    :host(:focus-visible) {
      outline: none;
      background: color-mix(in srgb, currentcolor 10%, transparent);
    }

    :host(:focus-visible) {
      box-shadow: inset 0 0 0 3px var(--mat-sys-primary);
    }
  `,
})
export class MenuItem {}
