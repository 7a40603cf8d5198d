import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon, type IconName } from '../../../shared/ui/icon/icon.js';

/** A sub-module as a card that is one big link; its live figure goes inside. */
@Component({
  selector: 'prima-module-card',
  imports: [Icon, RouterLink],
  template: `
    <prima-icon [name]="icon()" />
    <h2>
      <a [routerLink]="link()">{{ title() }}</a>
    </h2>
    <p>{{ text() }}</p>
    <div class="figure"><ng-content /></div>
  `,
  styles: `
    :host {
      position: relative;
      display: grid;
      grid-template-columns: auto 1fr;
      grid-template-rows: auto 1fr auto;
      gap: 8px 12px;
      align-items: center;
      padding: 20px;
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: 12px;
      background: var(--mat-sys-surface-container-low);
    }

    :host(:hover) {
      background: var(--mat-sys-surface-container);
    }

    prima-icon {
      color: var(--prima-green);
      font-size: 40px;
    }

    h2 {
      font: var(--mat-sys-title-large);
    }

    a {
      color: inherit;
      text-decoration: none;
    }

    /* The whole card takes the click of its link. */
    a::after {
      position: absolute;
      border-radius: inherit;
      content: '';
      inset: 0;
    }

    p {
      grid-column: 1 / -1;
      align-self: start;
      margin: 0;
      color: var(--mat-sys-on-surface-variant);
    }

    .figure {
      grid-column: 1 / -1;
      min-height: 28px;
      font: var(--mat-sys-title-medium);
    }
  `,
})
export class ModuleCard {
  readonly icon = input.required<IconName>();
  readonly title = input.required<string>();
  readonly text = input.required<string>();
  readonly link = input.required<string>();
}
