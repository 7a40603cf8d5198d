import { DestroyRef, Injectable, Injector, effect, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { FrameHeight } from './frame-height.js';
import { HostChannel } from './host-channel.js';
import { UnsavedWork } from './unsaved-work.js';
import { VisiblePart } from './visible-part.js';

/** Tells the dashboard what it needs to know of a frame: height, place, and whether something is unsaved. */
@Injectable({ providedIn: 'root' })
export class FrameNewsTeller {
  private readonly injector = inject(Injector);
  private readonly destroyRef = inject(DestroyRef);
  private readonly channel = inject(HostChannel);
  private readonly router = inject(Router);
  private readonly unsaved = inject(UnsavedWork);
  private readonly height = inject(FrameHeight);
  private readonly visiblePart = inject(VisiblePart);

  /** Begins, once the channel is open. */
  begin(): void {
    this.height.watch();
    this.visiblePart.watch();
    this.router.events.pipe(takeUntilDestroyed(this.destroyRef)).subscribe((event) => {
      if (!(event instanceof NavigationEnd)) return;
      // Without the query: what was searched for may be a patient.
      const path = event.urlAfterRedirects.split(/[?#]/)[0] ?? '/';
      this.channel.send('wa:navigate', { path });
    });
    effect(
      () => {
        this.channel.send('wa:dirty', { dirty: this.unsaved.any() });
      },
      { injector: this.injector },
    );
  }
}
