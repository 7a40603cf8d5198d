import { DOCUMENT, Injectable, Injector, afterNextRender, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map, pairwise } from 'rxjs';
import { isOverlay } from './page-data.js';

/**
 * Puts the focus on the heading of a page that was navigated to, as a browser would on a new document,
 * so that a screen reader says where one is. A dialog over a page, and a filter in the address, move
 * nothing: dialogs take and give back the focus themselves.
 */
@Injectable({ providedIn: 'root' })
export class PageFocus {
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);

  constructor() {
    const router = inject(Router);
    router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        map((event) => ({
          path: event.urlAfterRedirects.split(/[?#]/)[0],
          overlay: isOverlay(router.routerState.snapshot.root),
        })),
        pairwise(),
        filter(([from, to]) => from.path !== to.path && !from.overlay && !to.overlay),
        takeUntilDestroyed(),
      )
      .subscribe(() =>
        afterNextRender(
          {
            read: () => {
              this.focusHeading();
            },
          },
          { injector: this.injector },
        ),
      );
  }

  private focusHeading(): void {
    const main = this.document.querySelector('main');
    // Pages that begin with a form focus its first field themselves.
    if (main?.contains(this.document.activeElement) && this.document.activeElement !== main) return;
    (main?.querySelector<HTMLElement>('h1') ?? main)?.focus();
  }
}
