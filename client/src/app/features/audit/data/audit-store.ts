import { Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import type { AuditPage, AuditSelection } from '#contracts/audit.contract.js';
import { Notifier } from '../../../shared/feedback/notifier.js';
import { AuditClient, downloadUrl } from './audit-client.js';

/** What a person filters by; empty: everything. Days are those of the hospital's clock. */
export interface AuditWish {
  readonly actorId: string;
  readonly action: string;
  readonly subject: string;
  readonly subjectId: string;
  /** `2026-11-22`. */
  readonly from: string;
  readonly until: string;
}

/** No filter. */
export const EVERYTHING: AuditWish = {
  actorId: '',
  action: '',
  subject: '',
  subjectId: '',
  from: '',
  until: '',
};

const DAY = 24 * 60 * 60 * 1000;

/** The book as far as it was read. */
@Injectable()
export class AuditStore {
  private readonly client = inject(AuditClient);
  private readonly notifier = inject(Notifier);
  private readonly wanted = signal(EVERYTHING);
  private readonly selection = computed(() => selectionOf(this.wanted()));
  private readonly first = this.client.first(this.selection);
  private readonly shown = linkedSignal<AuditPage | undefined, AuditPage | undefined>({
    source: () => (this.first.hasValue() ? this.first.value() : undefined),
    computation: (fresh, previous) => fresh ?? previous?.value,
  });
  private readonly growing = signal(false);
  private readonly read = this.client.choices();

  readonly wish = this.wanted.asReadonly();
  readonly isFiltered = computed(() => Object.values(this.wanted()).some((value) => value !== ''));
  /** Undefined until they were read for the first time. */
  readonly items = computed(() => this.shown()?.items);
  readonly hasMore = computed(() => typeof this.shown()?.nextCursor === 'string');
  readonly loading = this.first.isLoading;
  readonly loadingMore = this.growing.asReadonly();
  readonly error = this.first.error;
  /** What there is to filter by; empty until it was read. */
  readonly choices = computed(() =>
    this.read.hasValue() ? this.read.value() : { people: [], actions: [], subjects: [] },
  );
  readonly download = computed(() => downloadUrl(this.selection()));

  filter(change: Partial<AuditWish>): void {
    this.wanted.update((wish) => ({ ...wish, ...change }));
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
      const next = await this.client.page(this.selection(), before.nextCursor);
      // Something else is shown meanwhile: this page does not belong below it.
      if (this.shown() !== before) return;
      this.shown.set({ items: [...before.items, ...next.items], nextCursor: next.nextCursor });
    } catch (error) {
      this.notifier.problem(error);
    } finally {
      this.growing.set(false);
    }
  }
}

/** A wish in the terms of the server. */
export function selectionOf({ from, until, ...equal }: AuditWish): AuditSelection {
  const given = Object.fromEntries(Object.entries(equal).filter(([, value]) => value !== ''));
  const begin = beginOf(from);
  const end = beginOf(until);
  return {
    ...given,
    ...(begin !== null && { from: new Date(begin).toISOString() }),
    // The whole day: up to the beginning of the next.
    ...(end !== null && { until: new Date(end + DAY).toISOString() }),
  };
}

/** When a day begins on the hospital's clock (WIB, UTC+7); null for none. */
function beginOf(day: string): number | null {
  const at = Date.parse(`${day}T00:00:00+07:00`);
  return Number.isNaN(at) ? null : at;
}
