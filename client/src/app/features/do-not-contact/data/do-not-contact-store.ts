import { Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import type { DoNotContactEntry, DoNotContactPage } from '#contracts/do-not-contact.contract.js';
import { ProblemError } from '../../../core/http/problem-error.js';
import { Notifier } from '../../../shared/feedback/notifier.js';
import { DoNotContactClient } from './do-not-contact-client.js';

/** The list as far as it was read, or the answer about the one number that is looked for. */
@Injectable()
export class DoNotContactStore {
  private readonly client = inject(DoNotContactClient);
  private readonly notifier = inject(Notifier);
  private readonly wanted = signal('');
  private readonly first = this.client.first(this.wanted);
  private readonly shown = linkedSignal<DoNotContactPage | undefined, DoNotContactPage | undefined>(
    {
      source: () => (this.first.hasValue() ? this.first.value() : undefined),
      computation: (fresh, previous) => fresh ?? previous?.value,
    },
  );
  private readonly growing = signal(false);

  /** The number that is looked for as it was typed; empty while the whole list is shown. */
  readonly search = this.wanted.asReadonly();
  /** Undefined until they were read for the first time. */
  readonly items = computed(() => this.shown()?.items);
  readonly hasMore = computed(() => typeof this.shown()?.nextCursor === 'string');
  readonly loading = this.first.isLoading;
  readonly loadingMore = this.growing.asReadonly();
  /** What reading failed with; a number that cannot be looked for is a {@link refusal} instead. */
  readonly error = computed(() => (this.refusal() === null ? this.first.error() : undefined));
  /** Why what was typed cannot be looked for; null when it can. */
  readonly refusal = computed(() => {
    const problem = problemIn(this.first.error());
    return this.wanted() !== '' && problem && problem.status < 500 && problem.status >= 400
      ? (problem.fields[0]?.message ?? problem.detail)
      : null;
  });

  /** Looks for one whole number; empty shows the list again. */
  look(number: string): void {
    this.wanted.set(number.trim());
  }

  /** Reads again, after a failure. */
  reload(): void {
    this.first.reload();
  }

  /** Adds the next page below. */
  async more(): Promise<void> {
    const before = this.shown();
    if (!before?.nextCursor || this.growing()) return;
    this.growing.set(true);
    try {
      const next = await this.client.page(before.nextCursor);
      // Something else is shown meanwhile: this page does not belong below it.
      if (this.shown() !== before) return;
      this.shown.set({ items: [...before.items, ...next.items], nextCursor: next.nextCursor });
    } catch (error) {
      this.notifier.problem(error);
    } finally {
      this.growing.set(false);
    }
  }

  /** Takes an entry off the list. @throws ProblemError */
  async remove(entry: DoNotContactEntry): Promise<void> {
    await this.client.remove(entry.id);
    this.shown.update(
      (page) => page && { ...page, items: page.items.filter(({ id }) => id !== entry.id) },
    );
  }

  /** Shows an entry that was just added, on top of the whole list. */
  put(entry: DoNotContactEntry): void {
    if (this.wanted() !== '') this.wanted.set('');
    else this.shown.update((page) => page && { ...page, items: [entry, ...page.items] });
  }
}

function problemIn(error: unknown): ProblemError | null {
  if (error instanceof ProblemError) return error;
  return error instanceof Error && error.cause instanceof ProblemError ? error.cause : null;
}
