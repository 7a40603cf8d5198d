import { DOCUMENT, DestroyRef, Injectable, inject } from '@angular/core';

/** One report for each hundredth of the frame that scrolls in or out of sight. */
const STEPS = Array.from({ length: 101 }, (_, step) => step / 100);

/**
 * An observer is told anew where it stands, in milliseconds: of a frame that is taller than the window the
 * same share stays in sight however far the dashboard is scrolled, and nothing would be reported.
 */
const ANEW = 250;

/**
 * Says in CSS which part of a tall frame is in sight, where dialogs and snackbars belong (`styles.scss`): to
 * them the whole frame is the window, also what the dashboard has scrolled away.
 */
@Injectable({ providedIn: 'root' })
export class VisiblePart {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly destroyRef = inject(DestroyRef);

  /** Begins to watch. */
  watch(): void {
    if (typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        const { top, height } = entry.intersectionRect;
        this.root.style.setProperty('--prima-visible-top', `${String(Math.round(top))}px`);
        this.root.style.setProperty('--prima-visible-height', `${String(Math.round(height))}px`);
      },
      { threshold: STEPS },
    );
    observer.observe(this.root);
    const again = setInterval(() => {
      observer.unobserve(this.root);
      observer.observe(this.root);
    }, ANEW);
    this.destroyRef.onDestroy(() => {
      clearInterval(again);
      observer.disconnect();
    });
  }
}
