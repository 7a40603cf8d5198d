import { DestroyRef, Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import type {
  RecipientPage,
  RecipientState,
  RecipientView,
} from '#contracts/recipient.contract.js';
import { LiveStream } from '../../../core/live/live-stream.js';
import { RecipientClient } from './recipient-client.js';

/** Recipients on one page of a table that is all one looks at. */
const WHOLE_PAGE = 50;

/** Recipients on one page of a table that stands among other things. */
export const SHORT_PAGE = 10;

/** Milliseconds between two readings of the page while recipients change by the second. */
const REFRESH_EVERY = 1_500;

/** What the table is narrowed down by; empty shows everybody. */
export interface RecipientTableFilter {
  readonly state?: RecipientState;
  readonly search?: string;
}

/** One page at a time of the recipients of a message; while it is being sent, the page follows. */
@Injectable()
export class RecipientPageStore {
  private readonly client = inject(RecipientClient);
  private readonly live = inject(LiveStream);
  private readonly id = signal<string | undefined>(undefined);
  private readonly chosen = signal<RecipientTableFilter>({});
  private readonly pageSize = signal(WHOLE_PAGE);
  /** Cursors of the pages up to the present one; the first page has none. */
  private readonly trail = signal<readonly (string | undefined)[]>([undefined]);
  private readonly read = this.client.list(this.id, () => {
    this.live.resync();
    return { ...this.chosen(), cursor: this.trail().at(-1), limit: this.pageSize() };
  });
  private readonly shown = linkedSignal<RecipientPage | undefined, RecipientPage | undefined>({
    source: () => (this.read.hasValue() ? this.read.value() : undefined),
    computation: (fresh, previous) => fresh ?? previous?.value,
  });
  private refreshTimer: ReturnType<typeof setTimeout> | undefined;

  readonly filter = this.chosen.asReadonly();
  /** The recipients of the page; undefined until they were read for the first time. */
  readonly items = computed<readonly RecipientView[] | undefined>(() => this.shown()?.items);
  readonly loading = this.read.isLoading;
  readonly error = this.read.error;
  /** Place of the first recipient of the page among all of the filter, from 1. */
  readonly firstPlace = computed(() => (this.trail().length - 1) * this.pageSize() + 1);
  readonly hasNext = computed(() => typeof this.shown()?.nextCursor === 'string');
  readonly hasPrevious = computed(() => this.trail().length > 1);

  constructor() {
    this.live.on('run-changed', ({ broadcastId }) => this.refreshSoon(broadcastId));
    this.live.on('broadcast-changed', ({ broadcastId }) => this.refreshSoon(broadcastId));
    inject(DestroyRef).onDestroy(() => clearTimeout(this.refreshTimer));
  }

  /** Shows the recipients of the message of that id, so many a page. */
  open(broadcastId: string, pageSize = WHOLE_PAGE): void {
    this.pageSize.set(pageSize);
    this.id.set(broadcastId);
  }

  /** Shows, from the first page, what `filter` leaves. */
  narrow(filter: RecipientTableFilter): void {
    this.chosen.set(filter);
    this.trail.set([undefined]);
  }

  /** Turns to the next page, if there is one. */
  next(): void {
    const cursor = this.shown()?.nextCursor;
    if (cursor && !this.loading()) this.trail.update((trail) => [...trail, cursor]);
  }

  /** Turns back to the page before, if there is one. */
  previous(): void {
    if (!this.loading())
      this.trail.update((trail) => (trail.length > 1 ? trail.slice(0, -1) : trail));
  }

  /** Reads the page again; what is shown stays until then. */
  reload(): void {
    this.read.reload();
  }

  /** Every message sent is news; the table need not be read again for each one. */
  private refreshSoon(broadcastId: string): void {
    if (broadcastId !== this.id() || this.refreshTimer !== undefined) return;
    this.refreshTimer = setTimeout(() => {
      this.refreshTimer = undefined;
      this.read.reload();
    }, REFRESH_EVERY);
  }
}
