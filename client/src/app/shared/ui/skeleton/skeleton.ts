import { Component, computed, input } from '@angular/core';
import { appTexts } from '../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../core/i18n/texts.js';

/** Grey rows in place of data that is on its way, of the height of the rows that will come. */
@Component({
  selector: 'prima-skeleton',
  host: { role: 'status', 'aria-live': 'polite' },
  template: `
    <span class="prima-visually-hidden">{{ t('state.loading') }}</span>
    @for (row of list(); track row) {
      <div aria-hidden="true" [style.height.px]="rowHeight()"></div>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
    }

    div {
      border-radius: 8px;
      background: var(--mat-sys-surface-container-high);
      animation: pulse 1.4s ease-in-out infinite alternate;
    }

    @keyframes pulse {
      to {
        opacity: 0.5;
      }
    }
  `,
})
export class Skeleton {
  readonly rows = input(3);
  /** In pixels. */
  readonly rowHeight = input(56);
  protected readonly t = injectTexts(appTexts);
  protected readonly list = computed(() => Array.from({ length: this.rows() }, (_, row) => row));
}
