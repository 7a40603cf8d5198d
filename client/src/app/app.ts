import { DOCUMENT, Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { FrameAccess } from './core/embed/frame-access.js';
import { SessionOver } from './core/embed/session-over.js';
import { appTexts } from './core/i18n/app-texts.js';
import { injectTexts } from './core/i18n/texts.js';
import { PageFocus } from './core/navigation/page-focus.js';
import { ColorScheme } from './core/theme/color-scheme.js';
import { StepUpPrompt } from './shell/step-up-prompt.js';
import { Banner } from './shared/ui/banner/banner.js';

/** Root: what stands above every page, and the page. */
@Component({
  selector: 'app-root',
  imports: [Banner, RouterOutlet, SessionOver],
  template: `
    @if (insecure) {
      <prima-banner tone="amber" icon="warning" [text]="t('frame.insecure')" />
    }
    @if (access.isOver()) {
      <prima-session-over />
    } @else {
      <router-outlet />
    }
  `,
})
export class App {
  protected readonly t = injectTexts(appTexts);
  /** Plain http from another machine; http://localhost counts as secure. */
  protected readonly insecure = inject(DOCUMENT).defaultView?.isSecureContext === false;

  protected readonly access = inject(FrameAccess);

  constructor() {
    inject(ColorScheme);
    inject(PageFocus);
    inject(StepUpPrompt);
  }
}
