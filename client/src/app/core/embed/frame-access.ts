import { Injectable, inject, signal } from '@angular/core';
import { ENTRY_CODE } from './entry-code.js';

/**
 * What a frame calls the API with. In memory alone: neither cookie nor storage knows it, so it is gone with
 * the page. Apart from `Frame` because the HTTP interceptor needs it and `Frame` needs HTTP.
 */
@Injectable({ providedIn: 'root' })
export class FrameAccess {
  private token: string | null = null;
  private readonly over = signal(false);

  /** Whether this page is in a frame of a dashboard. */
  readonly isFramed = inject(ENTRY_CODE) !== null;
  /** Whether the frame's session is over: nothing of it may be seen any more. */
  readonly isOver = this.over.asReadonly();

  /** Headers that say who calls; none in a tab of its own, which has its cookie. */
  headers(): Record<string, string> {
    return this.token === null ? {} : { Authorization: `Bearer ${this.token}` };
  }

  /** Calls with `token` from now on. */
  use(token: string): void {
    this.token = token;
  }

  /** Forgets the token for good. */
  end(): void {
    this.token = null;
    this.over.set(true);
  }
}
