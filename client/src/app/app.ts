import { DOCUMENT, Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { appTexts } from './core/i18n/app-texts.js';
import { injectTexts } from './core/i18n/texts.js';
import { PageFocus } from './core/navigation/page-focus.js';
import { ColorScheme } from './core/theme/color-scheme.js';
import { Banner } from './shared/ui/banner/banner.js';

/** Root: what stands above every page, and the page. */
@Component({
  selector: 'app-root',
  imports: [Banner, RouterOutlet],
  template: `
    @if (insecure) {
      <prima-banner tone="amber" icon="warning" [text]="t('frame.insecure')" />
    }
    <router-outlet />
  `,
})
export class App {
  protected readonly t = injectTexts(appTexts);
  /** Plain http from another machine; http://localhost counts as secure. */
  protected readonly insecure = inject(DOCUMENT).defaultView?.isSecureContext === false;

  constructor() {
    inject(ColorScheme);
    inject(PageFocus);
  }
}
