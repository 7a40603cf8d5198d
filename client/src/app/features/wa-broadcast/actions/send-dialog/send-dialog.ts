import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import { newIdempotencyKey } from '../../../../core/http/idempotency-key.js';
import { ProblemError } from '../../../../core/http/problem-error.js';
import { appTexts } from '../../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { Format } from '../../../../shared/format/format.js';
import { PrimaAction } from '../../../../shared/ui/action-button/prima-action.js';
import { DIALOG_PARTS } from '../../../../shared/ui/dialogs/dialog-parts.js';
import { ErrorState } from '../../../../shared/ui/error-state/error-state.js';
import { Icon } from '../../../../shared/ui/icon/icon.js';
import { Skeleton } from '../../../../shared/ui/skeleton/skeleton.js';
import { BroadcastClient } from '../../data/broadcast-client.js';
import { DevicesStore } from '../../data/devices-store.js';
import { endMoment } from '../../data/end-moment.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';
import { Callout } from '../../ui/callout/callout.js';
import { AttachmentPreview } from '../../ui/attachment-preview/attachment-preview.js';
import { MessageText } from '../../ui/message-text/message-text.js';
import { SendRules } from '../../ui/send-rules/send-rules.js';
import { PracticeMark } from '../../../../shared/ui/practice-mark/practice-mark.js';
import { Progress } from '../../../../shared/ui/progress/progress.js';

/** Lines of the message that remind of what it says. */
const FIRST_LINES = 3;

/** The one dialog before Kirim: what goes to how many, from where, and until when. */
@Component({
  selector: 'prima-send-dialog',
  imports: [
    AttachmentPreview,
    Callout,
    ErrorState,
    Icon,
    MatButton,
    DIALOG_PARTS,
    Progress,
    MessageText,
    PracticeMark,
    PrimaAction,
    SendRules,
    Skeleton,
  ],
  providers: [DevicesStore],
  templateUrl: './send-dialog.html',
  styleUrl: './send-dialog.scss',
})
export class SendDialog {
  private readonly client = inject(BroadcastClient);
  private readonly opened = inject<MatDialogRef<SendDialog, boolean>>(MatDialogRef);
  private readonly format = inject(Format);
  protected readonly broadcast = inject<BroadcastView>(MAT_DIALOG_DATA);
  protected readonly t = injectTexts(waBroadcastTexts);
  protected readonly app = injectTexts(appTexts);
  /** One decision of a person: pressed twice, or sent again after a lost answer, it counts once. */
  private readonly key = newIdempotencyKey();

  protected readonly review = this.client.review(() => this.broadcast.id);
  protected readonly sending = signal(false);
  protected readonly problem = signal<ProblemError | null>(null);
  /** Somebody was first: pressing again would be refused again. */
  protected readonly isSent = computed(() => this.problem()?.code === 'BROADCAST.ALREADY_SENT');

  protected readonly isPractice = this.broadcast.device.engine === 'practice';
  private readonly devices = inject(DevicesStore);
  /** As it is now: whoever waits here for the device need not close the dialog and open it again. */
  protected readonly isReady = computed(() => {
    const { id, status } = this.broadcast.device;
    const now = this.devices.items()?.find((device) => device.id === id);
    return (now?.status ?? status) === 'authenticated';
  });
  protected readonly firstLines = computed(() => {
    const lines = this.broadcast.text.split('\n');
    const first = lines.slice(0, FIRST_LINES).join('\n');
    return lines.length > FIRST_LINES ? `${first}\n…` : first;
  });
  protected readonly phone = computed(() => this.format.write().phone(this.broadcast.device.phone));
  protected readonly recipients = computed(() => {
    const { recipientCount, optedOutCount } = this.broadcast;
    const count = recipientCount - optedOutCount;
    return this.t.plural('run.count', count, { n: this.format.write().number(count) });
  });
  protected readonly optedOut = computed(() => {
    const { optedOutCount } = this.broadcast;
    if (optedOutCount === 0) return '';
    return this.t('detail.optedOut', { n: this.format.write().number(optedOutCount) });
  });

  protected readonly estimate = computed(() => {
    if (!this.review.hasValue()) return null;
    const whole = this.review.value().estimate;
    const { gapSeconds, estimatedEnd, inTheNight, queuedBefore, rules } = whole;
    const write = this.format.write();
    const min = write.number(gapSeconds.min);
    const max = write.number(gapSeconds.max);
    const end = endMoment(estimatedEnd, new Date(), write);
    return {
      pace: this.t('send.pace', { min, max }),
      end:
        rules.days > 1
          ? this.t('send.endInDays', { end, n: write.number(rules.days) })
          : this.t('send.end', { end }),
      whole,
      // Nobody is woken by a practice device.
      night: inTheNight && !this.isPractice,
      queued:
        queuedBefore > 0
          ? this.t.plural('send.queued', queuedBefore, { n: write.number(queuedBefore) })
          : '',
    };
  });

  /** Kirim. */
  protected async send(): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    this.opened.disableClose = true;
    this.problem.set(null);
    try {
      await this.client.send(this.broadcast.id, this.key);
      this.opened.close(true);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.problem.set(error);
    } finally {
      this.sending.set(false);
      this.opened.disableClose = false;
    }
  }
}
