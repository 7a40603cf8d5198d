import { DOCUMENT, DestroyRef, Injectable, inject } from '@angular/core';
import { HostChannel } from './host-channel.js';

/** Changes within so many milliseconds are told once. */
const PAUSE = 120;
const SMALLEST = 200;
const LARGEST = 20_000;

/** Rounding of a zoomed page must not make frame and page chase each other. */
const SAME = 2;

/** Tells the dashboard how high the content is, so that the frame needs no scroll bar of its own. */
@Injectable({ providedIn: 'root' })
export class FrameHeight {
  private readonly document = inject(DOCUMENT);
  private readonly channel = inject(HostChannel);
  private readonly destroyRef = inject(DestroyRef);
  private told = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * Begins to watch. What is measured is the content, never the window: a frame that is as high as it is
   * told, or always as high as its page, makes nothing grow.
   */
  watch(): void {
    const root = this.document.querySelector<HTMLElement>('app-root');
    if (!root || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        this.tell(root.getBoundingClientRect().height);
      }, PAUSE);
    });
    observer.observe(root);
    this.destroyRef.onDestroy(() => {
      observer.disconnect();
      clearTimeout(this.timer);
    });
  }

  private tell(content: number): void {
    const height = Math.min(Math.max(Math.ceil(content), SMALLEST), LARGEST);
    if (Math.abs(height - this.told) < SAME) return;
    this.told = height;
    this.channel.send('wa:resize', { height });
  }
}
