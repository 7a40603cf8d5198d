import { Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { appTexts } from '../core/i18n/app-texts.js';
import { injectTexts } from '../core/i18n/texts.js';
import { paths } from '../core/navigation/paths.js';
import { PrimaAction } from '../shared/ui/action-button/prima-action.js';
import { EmptyState } from '../shared/ui/empty-state/empty-state.js';
import { PageHeader } from '../shared/ui/page-header/page-header.js';

/** What an address shows that is for other roles. */
@Component({
  selector: 'prima-forbidden-page',
  imports: [EmptyState, MatButton, PageHeader, PrimaAction, RouterLink],
  template: `
    <prima-page-header [title]="t('forbidden.title')" />
    <prima-empty-state icon="block" [text]="t('forbidden.text')">
      <a matButton="filled" primaAction="blue" [routerLink]="home">{{ t('notFound.home') }}</a>
    </prima-empty-state>
  `,
})
export class ForbiddenPage {
  protected readonly t = injectTexts(appTexts);
  protected readonly home = paths.landing;
}
