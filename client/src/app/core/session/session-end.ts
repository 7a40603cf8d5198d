import { Injectable, signal } from '@angular/core';

/**
 * Word that the session is over, from whoever notices first (a refused request, the live stream).
 * Apart from `Session` because the HTTP interceptor needs it and `Session` needs HTTP.
 */
@Injectable({ providedIn: 'root' })
export class SessionEnd {
  private readonly ends = signal(0);
  /** Number of ends so far; a change is an end. */
  readonly count = this.ends.asReadonly();

  /** Says that the server no longer knows our session. */
  announce(): void {
    this.ends.update((count) => count + 1);
  }
}
