import { DOCUMENT, DestroyRef, Injectable, inject } from '@angular/core';
import { type FrameNews, HostMessage } from './messages.js';

/**
 * Talk with the page around the frame, and with no other: it hears only what that page sends from exactly
 * the origin that the server named, and sends to that origin alone.
 */
@Injectable({ providedIn: 'root' })
export class HostChannel {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly destroyRef = inject(DestroyRef);
  private origin: string | null = null;
  private sent = 0;

  /** Begins to hear the page at `origin`. */
  open(origin: string, hear: (message: HostMessage) => void): void {
    this.origin = origin;
    const onMessage = (event: MessageEvent): void => {
      if (event.origin !== origin || event.source !== this.window?.parent) return;
      const message = HostMessage.safeParse(event.data);
      if (message.success) hear(message.data);
    };
    this.window?.addEventListener('message', onMessage);
    this.destroyRef.onDestroy(() => this.window?.removeEventListener('message', onMessage));
  }

  /** Tells the page; nothing happens before `open`. */
  send<T extends keyof FrameNews>(type: T, payload: FrameNews[T]): void {
    if (this.origin === null) return;
    const id = String(++this.sent);
    this.window?.parent.postMessage({ v: 1, type, id, payload }, this.origin);
  }
}
