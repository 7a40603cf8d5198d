import { Component, input, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { Icon } from '../../../../shared/ui/icon/icon.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';

/** Turns the pages of a table whose pages know only their neighbours. */
@Component({
  selector: 'prima-pager',
  imports: [Icon, MatIconButton],
  host: { role: 'navigation', '[attr.aria-label]': "t('table.pages')" },
  template: `
    <span aria-live="polite">{{ range() }}</span>
    <button
      matIconButton
      type="button"
      [disabled]="!hasPrevious()"
      [attr.aria-label]="t('table.previous')"
      (click)="previous.emit()"
    >
      <prima-icon name="chevron_left" />
    </button>
    <button
      matIconButton
      type="button"
      [disabled]="!hasNext()"
      [attr.aria-label]="t('table.next')"
      (click)="next.emit()"
    >
      <prima-icon name="chevron_right" />
    </button>
  `,
  styles: `
    :host {
      display: flex;
      gap: 4px;
      align-items: center;
      justify-content: flex-end;
      font: var(--mat-sys-body-medium);
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class Pager {
  /** Which places the page shows, in words. */
  readonly range = input.required<string>();
  readonly hasPrevious = input.required<boolean>();
  readonly hasNext = input.required<boolean>();
  readonly previous = output();
  readonly next = output();
  protected readonly t = injectTexts(waBroadcastTexts);
}
