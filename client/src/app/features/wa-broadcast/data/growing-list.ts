import { computed, signal } from '@angular/core';

/** One page of something, as all lists of the server come. */
interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** A list that grows page by page, as far as a person asks for it. */
export class GrowingList<T> {
  private readonly pages = signal<readonly Page<T>[]>([]);
  private readonly busy = signal(false);
  private readonly failure = signal<unknown>(null);

  /** What was read so far; undefined until the first page is there. */
  readonly items = computed(() =>
    this.pages().length > 0 ? this.pages().flatMap(({ items }) => items) : undefined,
  );
  readonly hasMore = computed(() => this.pages().at(-1)?.nextCursor !== null);
  readonly loading = this.busy.asReadonly();
  /** What the last page failed with; null when it did not. */
  readonly error = this.failure.asReadonly();

  /** @param read reads the page at a cursor; the first page has none */
  constructor(private readonly read: (cursor: string | undefined) => Promise<Page<T>>) {}

  /** Reads the first or the next page, also again after a failure. */
  async more(): Promise<void> {
    if (this.busy() || !this.hasMore()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const page = await this.read(this.pages().at(-1)?.nextCursor ?? undefined);
      this.pages.update((pages) => [...pages, page]);
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }
}
