import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';

/** Whether any page holds what its person has not saved yet: the dashboard may ask before it moves on. */
@Injectable({ providedIn: 'root' })
export class UnsavedWork {
  private readonly pages = signal<readonly (() => boolean)[]>([]);
  /** Reads the signals that the pages read. */
  readonly any = computed(() => this.pages().some((hasSome) => hasSome()));

  /** Counts a page in until the caller's end. */
  watch(hasSome: () => boolean, destroyRef = inject(DestroyRef)): void {
    this.pages.update((pages) => [...pages, hasSome]);
    destroyRef.onDestroy(() => {
      this.pages.update((pages) => pages.filter((other) => other !== hasSome));
    });
  }
}
