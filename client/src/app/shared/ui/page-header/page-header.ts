import { Component, input } from '@angular/core';

/**
 * The heading of a page, its only `<h1>`, which receives the focus after a navigation. Buttons of
 * the page go inside.
 */
@Component({
  selector: 'prima-page-header',
  template: `
    <h1 tabindex="-1">{{ title() }}</h1>
    @if (subtitle()) {
      <p>{{ subtitle() }}</p>
    }
    <div class="actions"><ng-content /></div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: 4px 16px;
      align-items: center;
      padding-block: 8px 16px;
    }

    h1 {
      font: var(--mat-sys-headline-small);
    }

    p {
      grid-row: 2;
      margin: 0;
      color: var(--mat-sys-on-surface-variant);
    }

    .actions {
      display: flex;
      flex-wrap: wrap;
      grid-column: 2;
      grid-row: 1 / span 2;
      gap: 8px;
    }

    /* Where there is little room, buttons that do not fit beside the name go below it, a sentence last. */
    @media (width <= 480px) {
      :host {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
      }

      h1 {
        font: var(--mat-sys-title-large);
      }

      p {
        flex-basis: 100%;
        order: 1;
      }
    }
  `,
})
export class PageHeader {
  readonly title = input.required<string>();
  readonly subtitle = input<string>('');
}
