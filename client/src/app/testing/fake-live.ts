import { type DestroyRef, type Provider, signal } from '@angular/core';
import type { LiveEvent } from '#contracts/live.contract.js';
import { LiveStream } from '../core/live/live-stream.js';

/** A live stream whose news the test makes up. */
export class FakeLive {
  readonly resync = signal(0);
  readonly offline = signal(false);
  private readonly listeners: { kind: string; hear: (event: LiveEvent) => void }[] = [];

  on(kind: string, hear: (event: never) => void, _destroyRef?: DestroyRef): void {
    this.listeners.push({ kind, hear: hear as (event: LiveEvent) => void });
  }

  /** Lets the stream say `event`. */
  say(event: LiveEvent): void {
    for (const { kind, hear } of this.listeners) if (kind === event.type) hear(event);
  }
}

/** Puts `live` in place of the stream of the application. */
export function provideFakeLive(live: FakeLive): Provider {
  return { provide: LiveStream, useValue: live };
}
