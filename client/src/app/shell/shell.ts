import { Component, DestroyRef, effect, inject, untracked } from '@angular/core';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { FrameAccess } from '../core/embed/frame-access.js';
import { DatabaseOutage } from '../core/http/database-outage.js';
import { appTexts } from '../core/i18n/app-texts.js';
import { injectTexts } from '../core/i18n/texts.js';
import { LiveStream } from '../core/live/live-stream.js';
import { loginUrl, paths } from '../core/navigation/paths.js';
import { Session } from '../core/session/session.js';
import { SessionEnd } from '../core/session/session-end.js';
import { Banner } from '../shared/ui/banner/banner.js';
import { Icon } from '../shared/ui/icon/icon.js';
import { AccountMenu } from './account-menu.js';
import { Breadcrumb } from './breadcrumb.js';
import { PreferenceMenus } from './preference-menus.js';
import { SafeModeBanner } from './safe-mode/safe-mode-banner.js';

/** Frame of every page behind login. While it stands, the live stream is open. */
@Component({
  selector: 'prima-shell',
  imports: [
    AccountMenu,
    Banner,
    Breadcrumb,
    Icon,
    PreferenceMenus,
    RouterLink,
    RouterLinkActive,
    RouterOutlet,
    SafeModeBanner,
  ],
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
  host: { '[class.embedded]': 'embedded' },
})
export class Shell {
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly live = inject(LiveStream);
  protected readonly outage = inject(DatabaseOutage);
  protected readonly t = injectTexts(appTexts);
  protected readonly paths = paths;
  /** Inside the hospital's dashboard, which has a bar of its own. */
  protected readonly embedded = inject(FrameAccess).isFramed;

  constructor() {
    this.live.open();
    // A failure is told by whatever is asked for next.
    this.live.on('access-changed', () => void this.session.renew().catch(() => undefined));
    inject(DestroyRef).onDestroy(() => {
      this.live.close();
    });
    const sessionEnd = inject(SessionEnd);
    const endsBefore = untracked(sessionEnd.count);
    effect(() => {
      if (sessionEnd.count() > endsBefore)
        untracked(() => {
          this.leave();
        });
    });
  }

  /** Past the skip link by focus rather than by address: the router owns the address. */
  protected skipTo(main: HTMLElement, event: Event): void {
    event.preventDefault();
    main.focus();
  }

  private leave(): void {
    // A frame shows in place of everything that it is over.
    if (this.embedded) return;
    this.session.forget();
    void this.router.navigateByUrl(loginUrl(this.router.url));
  }
}
