import { Component } from '@angular/core';
import { appTexts } from '../i18n/app-texts.js';
import { injectTexts } from '../i18n/texts.js';

/** What a frame shows whose session is over: nothing of what was there before. */
@Component({
  selector: 'prima-session-over',
  template: `
    <main tabindex="-1" role="status">
      <h1>{{ t('frame.overTitle') }}</h1>
      <p>{{ t('frame.over') }}</p>
    </main>
  `,
  styles: `
    main {
      max-width: 480px;
      margin-inline: auto;
      padding: 48px 16px;
      text-align: center;
    }

    h1 {
      margin-bottom: 8px;
      font: var(--mat-sys-headline-small);
    }
  `,
})
export class SessionOver {
  protected readonly t = injectTexts(appTexts);
}
