import { Injectable, computed, inject, signal } from '@angular/core';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import type { ImportCounts, ImportSource } from '#contracts/recipient-import.contract.js';
import { FreetextStore } from './freetext-store.js';
import { ImportStore } from './import-store.js';
import { type Sample, sampleOf } from './message-sample.js';
import { RecipientPageStore, SHORT_PAGE } from './recipient-page-store.js';

/** Why a message cannot be saved with the recipients as they are. */
export type RecipientFault = 'none' | 'choose-columns' | 'reading';

/** Who shall receive the message that is being written: a stored list, freetext, or a file. */
@Injectable()
export class RecipientDraft {
  readonly freetext = inject(FreetextStore);
  readonly file = inject(ImportStore);
  private readonly storedPage = inject(RecipientPageStore);
  private readonly storedList = signal<BroadcastView | null>(null);
  private readonly chosenSide = signal<ImportSource>('freetext');
  private readonly given = signal(false);

  /** The list that the message has already; null for a new message, or when it is being replaced. */
  readonly stored = computed(() => (this.given() ? null : this.storedList()));
  /** Whether the stored list is being replaced, and could still be kept. */
  readonly replacing = computed(() => this.given() && this.storedList() !== null);
  /** Freetext or Upload Excel: one of the two. */
  readonly side = this.chosenSide.asReadonly();

  /** How many recipients the list has at this moment, those included who opted out. */
  readonly count = computed(() => this.stored()?.recipientCount ?? this.counts()?.accepted ?? 0);

  /** How many of those are on the do-not-contact list, and are skipped. */
  readonly optedOut = computed(() => this.stored()?.optedOutCount ?? this.counts()?.optedOut ?? 0);

  /** What became of the rows; null for a stored list, and while nothing was read. */
  readonly counts = computed<ImportCounts | null>(() => {
    if (this.stored()) return null;
    if (this.chosenSide() === 'freetext') return this.freetext.reading()?.counts ?? null;
    const list = this.file.view();
    return list?.state === 'ready' ? list.counts : null;
  });

  /** Variables of the list besides `nama` and `nomor`. */
  readonly variableNames = computed<readonly string[]>(() => {
    const stored = this.stored();
    if (stored) return stored.variableNames;
    const list = this.chosenSide() === 'freetext' ? this.freetext.reading() : this.file.view();
    return list?.variableNames ?? [];
  });

  /** Recipients to show the message of. */
  readonly samples = computed<readonly Sample[]>(() => {
    if (this.stored()) return this.storedPage.items()?.map(sampleOf) ?? [];
    return this.chosenSide() === 'freetext' ? this.freetext.samples() : this.file.samples();
  });

  /** Why it cannot be saved yet; null when it can. */
  readonly fault = computed<RecipientFault | null>(() => {
    if (this.stored()) return null;
    if (this.chosenSide() === 'excel' && this.file.view()?.state === 'choosing-columns') {
      return 'choose-columns';
    }
    const reading = this.chosenSide() === 'freetext' ? this.freetext.stale() : this.file.busy();
    if (reading) return 'reading';
    return this.count() > 0 ? null : 'none';
  });

  /** Whether a person has put something in that is not saved. */
  readonly touched = computed(
    () =>
      this.given() || this.freetext.text() !== '' || this.file.view() !== null || this.file.busy(),
  );

  /** Begins with the list of a message that is edited. */
  keep(broadcast: BroadcastView): void {
    this.storedList.set(broadcast);
    this.storedPage.open(broadcast.id, SHORT_PAGE);
    if (!this.given()) this.chosenSide.set(broadcast.recipientSource);
  }

  /** Gives up what is there for the empty other side, or an empty one of the same kind. */
  startAnew(side: ImportSource): void {
    this.given.set(this.storedList() !== null);
    this.freetext.type('');
    this.file.clear();
    this.chosenSide.set(side);
  }

  /** Goes back to the stored list. */
  restore(): void {
    const stored = this.storedList();
    if (!stored) return;
    this.startAnew(stored.recipientSource);
    this.given.set(false);
  }

  /** Id of the list to save the message with; freetext is stored for it. @throws ProblemError */
  async listId(): Promise<string> {
    const stored = this.stored();
    if (stored) return stored.recipientImportId;
    if (this.chosenSide() === 'freetext') return (await this.freetext.toList()).id;
    return this.file.view()?.id ?? '';
  }
}
