import { Component, computed, inject } from '@angular/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { Format } from '../../../../shared/format/format.js';
import { ErrorState } from '../../../../shared/ui/error-state/error-state.js';
import { FreetextStore } from '../../data/freetext-store.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';
import { IssueTable } from '../issue-table/issue-table.js';

/** Recipients as typed or pasted, one a line, and what is understood of them while they are. */
@Component({
  selector: 'prima-freetext-editor',
  imports: [ErrorState, IssueTable, MatFormFieldModule, MatInput],
  templateUrl: './freetext-editor.html',
  styleUrl: './freetext-editor.scss',
})
export class FreetextEditor {
  private readonly format = inject(Format);
  protected readonly store = inject(FreetextStore);
  protected readonly t = injectTexts(waBroadcastTexts);

  protected readonly counts = computed(() => {
    const reading = this.store.reading();
    if (!reading) return '';
    const write = this.format.write();
    const { accepted, duplicates, rejected, optedOut } = reading.counts;
    const counts = {
      valid: write.number(accepted),
      duplicates: write.number(duplicates),
      rejected: write.number(rejected),
    };
    return optedOut === 0
      ? this.t('freetext.counts', counts)
      : this.t('freetext.countsOptedOut', { ...counts, optedOut: write.number(optedOut) });
  });

  /** Said when there are more lines at fault than are shown. */
  protected readonly more = computed(() => {
    const reading = this.store.reading();
    if (!reading) return '';
    const { counts, issues } = reading;
    if (counts.rejected + counts.duplicates <= issues.length) return '';
    return this.t('freetext.moreIssues', { n: this.format.write().number(issues.length) });
  });

  protected type(event: Event): void {
    this.store.type((event.target as HTMLTextAreaElement).value);
  }
}
