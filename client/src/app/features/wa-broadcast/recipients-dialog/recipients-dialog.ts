import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Component, type Signal, computed, effect, inject, signal, untracked } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { ProblemError } from '../../../core/http/problem-error.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { Session } from '../../../core/session/session.js';
import { Notifier } from '../../../shared/feedback/notifier.js';
import { Format } from '../../../shared/format/format.js';
import { ErrorState } from '../../../shared/ui/error-state/error-state.js';
import { Skeleton } from '../../../shared/ui/skeleton/skeleton.js';
import { BroadcastActions } from '../actions/broadcast-actions.js';
import { BroadcastClient, type RunStep } from '../data/broadcast-client.js';
import { isEditable, isUnderWay, nameOf } from '../data/broadcast-facts.js';
import { BroadcastListStore } from '../data/broadcast-list-store.js';
import { BroadcastStore } from '../data/broadcast-store.js';
import { isSendable } from '../data/four-eyes.js';
import { RecipientPageStore } from '../data/recipient-page-store.js';
import { waBroadcastTexts } from '../i18n/wa-broadcast-texts.js';
import { BroadcastStatusChip } from '../ui/broadcast-status/broadcast-status.js';
import { Callout } from '../ui/callout/callout.js';
import { PracticeMark } from '../../../shared/ui/practice-mark/practice-mark.js';
import { Approval } from './approval/approval.js';
import { DialogActions } from './dialog-actions/dialog-actions.js';
import { EndSummary } from './end-summary/end-summary.js';
import { MissingList } from './missing-list/missing-list.js';
import { RecipientSection } from './recipient-section/recipient-section.js';
import { RunPanel } from './run-panel/run-panel.js';
import { DIALOG_PARTS } from '../../../shared/ui/dialogs/dialog-parts.js';

/** What the dialog is opened with. */
export interface RecipientsDialogData {
  /** Id of the message. */
  readonly id: Signal<string>;
}

/** Detail Penerima: what is to be confirmed, Konfirmasi, and what became of every recipient. */
@Component({
  selector: 'prima-recipients-dialog',
  imports: [
    Approval,
    BroadcastStatusChip,
    Callout,
    DialogActions,
    EndSummary,
    ErrorState,
    DIALOG_PARTS,
    MissingList,
    PracticeMark,
    RecipientSection,
    RunPanel,
    Skeleton,
  ],
  providers: [BroadcastStore, RecipientPageStore],
  templateUrl: './recipients-dialog.html',
  styleUrl: './recipients-dialog.scss',
})
export class RecipientsDialog {
  private readonly client = inject(BroadcastClient);
  private readonly actions = inject(BroadcastActions);
  private readonly list = inject(BroadcastListStore);
  private readonly notifier = inject(Notifier);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly opened = inject(MatDialogRef);
  private readonly session = inject(Session);
  private readonly format = inject(Format);
  protected readonly store = inject(BroadcastStore);
  protected readonly recipients = inject(RecipientPageStore);
  protected readonly t = injectTexts(waBroadcastTexts);

  protected readonly broadcast = this.store.broadcast;
  /** Whether something that was asked of the server is still on its way. */
  protected readonly busy = signal(false);
  /** What the last thing that was tried here was refused with. */
  protected readonly problem = signal<ProblemError | null>(null);
  protected readonly stepping = computed(() => this.actions.stepping() === this.broadcast()?.id);
  protected readonly maySend = computed(() => this.session.can('broadcasts:send'));
  protected readonly name = computed(() => {
    const broadcast = this.broadcast();
    return broadcast ? nameOf(broadcast) : '';
  });
  /** That its people are gone, and since when; null while they are here. */
  protected readonly purged = computed(() => {
    const at = this.broadcast()?.purgedAt ?? null;
    return at === null ? null : this.t('list.purged', { date: this.format.write().date(at) });
  });
  protected readonly step = computed(() => {
    const broadcast = this.broadcast();
    if (!broadcast || !isEditable(broadcast)) return '';
    return this.t(isSendable(broadcast) ? 'detail.stepSend' : 'detail.stepConfirm');
  });
  protected readonly underWay = computed(() => {
    const broadcast = this.broadcast();
    return broadcast !== undefined && isUnderWay(broadcast);
  });

  constructor() {
    const { id } = inject<RecipientsDialogData>(MAT_DIALOG_DATA);
    effect(() => {
      this.store.open(id());
      this.recipients.open(id());
    });
    effect(() => {
      if (this.store.removed()) untracked(() => this.leaveRemoved());
    });
  }

  /** Konfirmasi of what is shown: the server refuses it if that changed in the meantime. */
  protected async confirm(): Promise<void> {
    const broadcast = this.broadcast();
    if (!broadcast) return;
    await this.during(async () => {
      await this.client.confirm(broadcast.id, broadcast.revision);
      void this.announcer.announce(this.t('detail.confirmed'));
    });
  }

  /** Kirim Pesan, after its dialog. */
  protected async send(): Promise<void> {
    const broadcast = this.broadcast();
    if (broadcast && (await this.actions.send(broadcast))) this.readAgain();
  }

  /** Jeda, Lanjutkan or Batalkan. */
  protected async take(step: RunStep): Promise<void> {
    const broadcast = this.broadcast();
    if (broadcast && (await this.actions.step(broadcast, step))) this.readAgain();
  }

  /** Kirim ulang yang gagal. */
  protected async resendFailed(): Promise<void> {
    const broadcast = this.broadcast();
    if (!broadcast) return;
    await this.during(async () => {
      const { resent } = await this.client.resendFailed(broadcast.id);
      const n = this.format.write().number(resent);
      void this.announcer.announce(this.t.plural('detail.resent', resent, { n }));
    });
  }

  /** Reads again what is shown, here and in the list below. */
  protected readAgain(): void {
    const id = this.broadcast()?.id;
    this.store.reload();
    this.recipients.reload();
    if (id !== undefined) void this.list.refresh(id);
  }

  /** Shows what something here was refused with; a bar at the foot would cover the buttons. */
  protected refuse(error: unknown): void {
    if (!(error instanceof ProblemError)) throw error;
    this.problem.set(error);
  }

  private async during(request: () => Promise<void>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      await request();
    } catch (error) {
      this.refuse(error);
    } finally {
      this.busy.set(false);
      // Also after a refusal: it mostly means that somebody else was faster.
      this.readAgain();
    }
  }

  private leaveRemoved(): void {
    this.notifier.done(this.t('detail.removed'));
    this.opened.close();
  }
}
