import { Component, computed, inject, input, output } from '@angular/core';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import type { RecipientView } from '#contracts/recipient.contract.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { Notifier } from '../../../../shared/feedback/notifier.js';
import { Format } from '../../../../shared/format/format.js';
import { Confirm } from '../../../../shared/ui/confirm-dialog/confirm.js';
import { Dialogs } from '../../../../shared/ui/dialogs/dialogs.js';
import { ErrorState } from '../../../../shared/ui/error-state/error-state.js';
import { Skeleton } from '../../../../shared/ui/skeleton/skeleton.js';
import { RecipientClient } from '../../data/recipient-client.js';
import { RecipientPageStore } from '../../data/recipient-page-store.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';
import { Pager } from '../../ui/pager/pager.js';
import { SearchField } from '../../ui/search-field/search-field.js';
import type { CorrectDialog, CorrectDialogData } from '../correct-dialog/correct-dialog.js';
import { StoredTable } from '../stored-table/stored-table.js';

/** The stored list of a draft: single recipients are corrected or removed, which is saved at once. */
@Component({
  selector: 'prima-stored-recipients',
  imports: [ErrorState, Pager, SearchField, Skeleton, StoredTable],
  template: `
    <prima-search-field
      [label]="t('correct.search')"
      [value]="page.filter().search ?? ''"
      (valueChange)="page.narrow($event ? { search: $event } : {})"
    />
    @if (page.error(); as error) {
      <prima-error-state [error]="error" (retry)="page.reload()" />
    }
    @if (page.items(); as items) {
      @if (items.length > 0) {
        <prima-stored-table
          [recipients]="items"
          [variableNames]="broadcast().variableNames"
          (correct)="correct($event)"
          (remove)="remove($event)"
        />
        <prima-pager
          [range]="range()"
          [hasPrevious]="page.hasPrevious()"
          [hasNext]="page.hasNext()"
          (previous)="page.previous()"
          (next)="page.next()"
        />
      } @else {
        <p>{{ t('correct.none') }}</p>
      }
      <p class="note">{{ t('correct.atOnce') }}</p>
    } @else if (!page.error()) {
      <prima-skeleton [rows]="4" [rowHeight]="40" />
    }
  `,
  styles: `
    :host {
      display: block;
    }

    prima-search-field {
      margin-block: 12px;
    }

    .note {
      margin: 8px 0 0;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-small);
    }
  `,
})
export class StoredRecipients {
  readonly broadcast = input.required<BroadcastView>();
  /** The message after one of its recipients was corrected or removed. */
  readonly changed = output<BroadcastView>();
  private readonly client = inject(RecipientClient);
  private readonly dialogs = inject(Dialogs);
  private readonly confirm = inject(Confirm);
  private readonly notifier = inject(Notifier);
  private readonly format = inject(Format);
  protected readonly page = inject(RecipientPageStore);
  protected readonly t = injectTexts(waBroadcastTexts);

  protected readonly range = computed(() => {
    const write = this.format.write();
    const first = this.page.firstPlace();
    const from = write.number(first);
    const to = write.number(first + (this.page.items()?.length ?? 0) - 1);
    if (this.page.filter().search !== undefined) return this.t('table.range', { from, to });
    const total = write.number(this.broadcast().recipientCount);
    return this.t('table.rangeOf', { from, to, total });
  });

  /** Perbaiki, in its dialog. */
  protected async correct(recipient: RecipientView): Promise<void> {
    const load = async () => (await import('../correct-dialog/correct-dialog.js')).CorrectDialog;
    const data: CorrectDialogData = { broadcast: this.broadcast(), recipient };
    const broadcast = await this.dialogs.open<CorrectDialog, BroadcastView>(load, {
      data,
      width: '520px',
      maxWidth: '96vw',
    });
    if (broadcast) this.take(broadcast, this.t('correct.saved'));
  }

  /** Hapus, after a question. */
  protected async remove(recipient: RecipientView): Promise<void> {
    const name = recipient.name ?? this.format.write().phone(recipient.phone);
    const sure = await this.confirm.ask({
      title: this.t('correct.removeTitle'),
      text: [this.t('correct.removeText', { name })],
      yes: this.t('correct.remove'),
      no: this.t('source.replaceNo'),
      tone: 'red',
    });
    if (!sure) return;
    try {
      const broadcast = await this.client.remove(this.broadcast().id, recipient.id);
      this.take(broadcast, this.t('correct.removed'));
    } catch (error) {
      this.notifier.problem(error);
    }
  }

  private take(broadcast: BroadcastView, sentence: string): void {
    this.notifier.done(sentence);
    this.page.reload();
    this.changed.emit(broadcast);
  }
}
