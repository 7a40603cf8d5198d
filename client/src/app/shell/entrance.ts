import { Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { appTexts } from '../core/i18n/app-texts.js';
import { injectTexts } from '../core/i18n/texts.js';
import { Icon } from '../shared/ui/icon/icon.js';
import { PreferenceMenus } from './preference-menus.js';

/** Frame of the pages before login: a narrow column, with language and theme at hand. */
@Component({
  selector: 'prima-entrance',
  imports: [Icon, PreferenceMenus, RouterOutlet],
  template: `
    <header>
      <prima-icon name="chat" /><span>{{ t('product') }}</span>
      <prima-preference-menus />
    </header>
    <main tabindex="-1"><router-outlet /></main>
  `,
  styles: `
    header {
      display: flex;
      gap: 8px;
      align-items: center;
      min-height: 56px;
      padding-inline: 16px 8px;
      font: var(--mat-sys-title-medium);
    }

    header > prima-icon {
      color: var(--prima-green);
    }

    header > span {
      flex: 1;
    }

    main {
      max-width: 480px;
      margin: 4vh auto 48px;
      padding-inline: 16px;
    }
  `,
})
export class Entrance {
  protected readonly t = injectTexts(appTexts);
}
