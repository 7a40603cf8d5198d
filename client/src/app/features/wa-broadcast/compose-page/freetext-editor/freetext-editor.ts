import { Component, computed, inject, inputBinding } from '@angular/core';
import { Control } from '../../../../shared/forms/field/control.js';
import { Field } from '../../../../shared/forms/field/field.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { Format } from '../../../../shared/format/format.js';
import { ErrorState } from '../../../../shared/ui/error-state/error-state.js';
import { FreetextStore } from '../../data/freetext-store.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';
import { Lazy, type LazyPart } from '../../../../shared/ui/lazy/lazy.js';

/** Recipients as typed or pasted, one a line, and what is understood of them while they are. */
@Component({
  selector: 'prima-freetext-editor',
  imports: [ErrorState, Lazy, Field, Control],
  templateUrl: './freetext-editor.html',
  styleUrl: './freetext-editor.scss',
})
export class FreetextEditor {
  private readonly format = inject(Format);
  protected readonly store = inject(FreetextStore);
  protected readonly t = injectTexts(waBroadcastTexts);

  protected readonly issues: LazyPart = {
    load: async () => (await import('../issue-table/issue-table.js')).IssueTable,
    bindings: [inputBinding('issues', () => this.store.reading()?.issues ?? [])],
  };

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
