import { Component, input } from '@angular/core';

/** A bar that fills up; without a `value` it only moves. Its label comes as `aria-label`. */
@Component({
  selector: 'prima-progress',
  host: {
    role: 'progressbar',
    'aria-valuemin': '0',
    'aria-valuemax': '100',
    '[attr.aria-valuenow]': 'value()',
    '[class.moving]': 'value() === null',
    '[style.--filled]': "(value() ?? 30) + '%'",
  },
  template: '<div></div>',
  styles: `
    :host {
      display: block;
      height: var(--prima-progress-height, 4px);
      overflow: hidden;
      border-radius: var(--prima-progress-height, 0);
      background: var(--mat-sys-surface-variant);
    }

    div {
      width: var(--filled);
      height: 100%;
      background: var(--prima-progress-colour, var(--mat-sys-primary));
      transition: width 250ms;
    }

    :host(.moving) div {
      animation: prima-progress 1.6s ease-in-out infinite;
    }

    @keyframes prima-progress {
      from {
        transform: translateX(-100%);
      }

      to {
        transform: translateX(334%);
      }
    }
  `,
})
export class Progress {
  /** From 0 to 100; null while nobody can say. */
  readonly value = input<number | null>(null);
}
