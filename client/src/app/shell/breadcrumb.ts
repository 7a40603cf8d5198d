import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { appTexts } from '../core/i18n/app-texts.js';
import { injectTexts } from '../core/i18n/texts.js';
import { CurrentPage } from '../core/navigation/current-page.js';
import type { PageName } from '../core/navigation/page-data.js';

/** "Dashboard › API › Whatsapp › …": the way in that the user guide names, then the pages here. */
@Component({
  selector: 'prima-breadcrumb',
  imports: [RouterLink],
  template: `
    <nav [attr.aria-label]="t('frame.breadcrumb')">
      <ol>
        @for (crumb of currentPage.crumbs(); track crumb.page; let last = $last) {
          <li>
            @if (last) {
              <span aria-current="page">{{ name(crumb.page) }}</span>
            } @else if (crumb.url) {
              <a [routerLink]="crumb.url">{{ name(crumb.page) }}</a>
            } @else {
              <span>{{ name(crumb.page) }}</span>
            }
          </li>
        }
      </ol>
    </nav>
  `,
  styles: `
    ol {
      display: flex;
      flex-wrap: wrap;
      margin: 0;
      padding: 0;
      list-style: none;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-small);
    }

    li:not(:first-child)::before {
      content: '›' / '';
      margin-inline: 6px;
    }
  `,
})
export class Breadcrumb {
  protected readonly t = injectTexts(appTexts);
  protected readonly currentPage = inject(CurrentPage);

  protected name(page: PageName): string {
    return this.t(`page.${page}`);
  }
}
