import { httpResource } from '@angular/common/http';
import { DestroyRef, type Signal, computed, effect, inject, signal } from '@angular/core';
import { FrameAccess } from '../../core/embed/frame-access.js';

/**
 * An address that pictures and films of ours can be shown from: in a tab of its own simply `url`; in a
 * frame, where no cookie speaks for the person, that of the fetched file, null until it is there. Null asks
 * for nothing.
 */
export function showableUrl(url: Signal<string | null>): Signal<string | null> {
  if (!inject(FrameAccess).isFramed) return url;
  const file = httpResource.blob(() => url() ?? undefined);
  const shown = signal<string | null>(null);
  const blob = computed(() => (file.hasValue() ? file.value() : null));
  const forget = (): void => {
    const before = shown();
    if (before !== null) URL.revokeObjectURL(before);
  };
  effect(() => {
    const next = blob();
    shown.set(next && URL.createObjectURL(next));
  });
  inject(DestroyRef).onDestroy(forget);
  return shown.asReadonly();
}
