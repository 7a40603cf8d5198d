import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import type { RecipientState } from '#contracts/recipient.contract.js';
import { appTexts } from '../../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { Session } from '../../../../core/session/session.js';
import { Format } from '../../../../shared/format/format.js';
import { ErrorState } from '../../../../shared/ui/error-state/error-state.js';
import { Skeleton } from '../../../../shared/ui/skeleton/skeleton.js';
import { RecipientClient } from '../../data/recipient-client.js';
import { RecipientPageStore } from '../../data/recipient-page-store.js';
import { untouched } from '../../data/tally.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';
import { Pager } from '../../ui/pager/pager.js';
import { RecipientFilterBar } from '../recipient-filter/recipient-filter.js';
import { type Decided, RecipientTable } from '../recipient-table/recipient-table.js';
import { Progress } from '../../../../shared/ui/progress/progress.js';

/** The recipients of a message: counts, search, table, pages, and decisions about single ones. */
@Component({
  selector: 'prima-recipient-section',
  imports: [ErrorState, MatButton, Progress, Pager, RecipientFilterBar, RecipientTable, Skeleton],
  templateUrl: './recipient-section.html',
  styleUrl: './recipient-section.scss',
})
export class RecipientSection {
  readonly broadcast = input.required<BroadcastView>();
  /** Says that a decision was recorded, so that counts are to be read again. */
  readonly decided = output();
  /** Says what a decision was refused with. */
  readonly failed = output<unknown>();
  private readonly client = inject(RecipientClient);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly session = inject(Session);
  private readonly format = inject(Format);
  protected readonly recipients = inject(RecipientPageStore);
  protected readonly t = injectTexts(waBroadcastTexts);
  protected readonly app = injectTexts(appTexts);
  protected readonly busy = signal(false);

  protected readonly counts = computed(
    () =>
      this.broadcast().run?.counts ??
      untouched(this.broadcast().recipientCount, this.broadcast().optedOutCount),
  );
  protected readonly decidable = computed<readonly RecipientState[]>(() => [
    ...(this.session.can('recipients:resolve-failed') ? (['failed'] as const) : []),
    ...(this.session.can('recipients:resolve-unknown') ? (['unknown'] as const) : []),
  ]);
  protected readonly wasSent = computed(() => this.broadcast().run !== null);
  protected readonly isNarrowed = computed(() => {
    const { state, search } = this.recipients.filter();
    return state !== undefined || search !== undefined;
  });

  protected readonly range = computed(() => {
    const count = this.recipients.items()?.length ?? 0;
    if (count === 0) return '';
    const write = this.format.write();
    const first = this.recipients.firstPlace();
    const from = write.number(first);
    const to = write.number(first + count - 1);
    const { state, search } = this.recipients.filter();
    // How many a search finds is not counted by the server.
    if (search !== undefined) return this.t('table.range', { from, to });
    const total = state ? this.counts()[state] : this.broadcast().recipientCount;
    return this.t('table.rangeOf', { from, to, total: write.number(total) });
  });

  /** Tandai terkirim, Kirim ulang or Biarkan. */
  protected async decide({ recipient, kind }: Decided): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await this.client.decide(recipient.id, kind);
      void this.announcer.announce(this.t(`decision.said.${kind}`));
    } catch (error) {
      this.failed.emit(error);
    } finally {
      this.busy.set(false);
      // Also after a refusal: its state has changed then.
      this.decided.emit();
    }
  }
}
