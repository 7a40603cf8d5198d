import { DestroyRef, Injectable, Injector, inject, signal } from '@angular/core';
import { LiveStream } from '../live/live-stream.js';

/** Between two questions whether it is back, in milliseconds. */
const INTERVAL = 5_000;

const READINESS = '/api/health/ready';

/**
 * An absence of the server's database: from the first request that failed by it until the server says that it
 * is back. Then every page reads its data again, so that nobody has to reload.
 */
@Injectable({ providedIn: 'root' })
export class DatabaseOutage {
  private readonly injector = inject(Injector);
  private readonly lasting = signal(false);
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Whether it is away. */
  readonly lasts = this.lasting.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
    });
  }

  /** A request failed by it. */
  begin(): void {
    if (this.lasting()) return;
    this.lasting.set(true);
    this.askLater();
  }

  private askLater(): void {
    this.timer = setTimeout(() => void this.ask(), INTERVAL);
  }

  private async ask(): Promise<void> {
    if (!(await isBack())) {
      this.askLater();
      return;
    }
    this.lasting.set(false);
    // Only now: the stream stands on the same ground as this.
    this.injector.get(LiveStream).readAnew();
  }
}

/** Another part may be missing for longer; only the database matters here. */
async function isBack(): Promise<boolean> {
  try {
    const answer = await fetch(READINESS);
    const { missing } = (await answer.json()) as { missing?: readonly string[] };
    return missing !== undefined && !missing.includes('database');
  } catch {
    // No answer at all: the banner of the stream tells that.
    return false;
  }
}
