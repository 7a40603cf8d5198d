import { Component, computed, inject, input, output } from '@angular/core';
import type { BroadcastStatus } from '#contracts/broadcast.contract.js';
import type { RecipientCounts, RecipientState } from '#contracts/recipient.contract.js';
import { Language } from '../../../../core/i18n/language.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { Format } from '../../../../shared/format/format.js';
import type { RecipientTableFilter } from '../../data/recipient-page-store.js';
import { shownRecipientState } from '../../data/status-words.js';
import { occupiedStates, tallyOf } from '../../data/tally.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';
import { SearchField } from '../../ui/search-field/search-field.js';

/** Counts by state, each of them a filter of the table below, and a search. */
@Component({
  selector: 'prima-recipient-filter',
  imports: [SearchField],
  templateUrl: './recipient-filter.html',
  styleUrl: './recipient-filter.scss',
})
export class RecipientFilterBar {
  readonly counts = input.required<RecipientCounts>();
  readonly broadcastStatus = input.required<BroadcastStatus>();
  readonly filter = input.required<RecipientTableFilter>();
  readonly filterChange = output<RecipientTableFilter>();
  protected readonly t = injectTexts(waBroadcastTexts);
  private readonly format = inject(Format);
  private readonly language = inject(Language);

  protected readonly total = computed(() =>
    this.format.write().number(tallyOf(this.counts()).total),
  );

  protected readonly states = computed(() => {
    const counts = this.counts();
    const occupied = occupiedStates(counts);
    const { state: chosen } = this.filter();
    // A state that has just become empty stays as long as the table is narrowed down to it.
    const shown = chosen && !occupied.includes(chosen) ? [...occupied, chosen] : occupied;
    return shown.map((state) => ({
      state,
      count: this.format.write().number(counts[state]),
      ...shownRecipientState(state, this.broadcastStatus(), this.language.current()),
    }));
  });

  protected choose(state: RecipientState | undefined): void {
    const { search } = this.filter();
    this.filterChange.emit({ ...(search && { search }), ...(state && { state }) });
  }

  protected search(words: string): void {
    const { state } = this.filter();
    this.filterChange.emit({ ...(state && { state }), ...(words && { search: words }) });
  }
}
