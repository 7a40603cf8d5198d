import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Injectable, inject, signal } from '@angular/core';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { Notifier } from '../../../shared/feedback/notifier.js';
import { Format } from '../../../shared/format/format.js';
import { Confirm } from '../../../shared/ui/confirm-dialog/confirm.js';
import { Dialogs } from '../../../shared/ui/dialogs/dialogs.js';
import { BroadcastClient, type RunStep } from '../data/broadcast-client.js';
import { tallyOf } from '../data/tally.js';
import { waBroadcastTexts } from '../i18n/wa-broadcast-texts.js';
import type { RemoveDialog } from './remove-dialog/remove-dialog.js';
import type { SendDialog } from './send-dialog/send-dialog.js';

/** What a person does with a message, from the list as well as from Detail Penerima. */
@Injectable({ providedIn: 'root' })
export class BroadcastActions {
  private readonly client = inject(BroadcastClient);
  private readonly dialogs = inject(Dialogs);
  private readonly confirm = inject(Confirm);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly notifier = inject(Notifier);
  private readonly format = inject(Format);
  private readonly t = injectTexts(waBroadcastTexts);
  private readonly steppingId = signal<string | null>(null);

  /** Id of the message whose sending is just being paused, resumed or cancelled; null when none is. */
  readonly stepping = this.steppingId.asReadonly();

  /** Kirim Pesan, after its dialog. Whether sending began. */
  async send(broadcast: BroadcastView): Promise<boolean> {
    const load = async () => (await import('./send-dialog/send-dialog.js')).SendDialog;
    const sent = await this.dialogs.open<SendDialog, boolean>(load, {
      data: broadcast,
      width: '560px',
      maxWidth: '96vw',
      // Not on Kirim: whoever opened this with Enter has not read it yet.
      autoFocus: 'first-heading',
    });
    // Said, not shown: the progress that appears shows it, and a bar must not cover buttons.
    if (sent) void this.announcer.announce(this.t('send.started'));
    return sent ?? false;
  }

  /** Hapus Pesan, after its dialog. Whether the message is gone. */
  async remove(broadcast: BroadcastView): Promise<boolean> {
    const load = async () => (await import('./remove-dialog/remove-dialog.js')).RemoveDialog;
    const removed = await this.dialogs.open<RemoveDialog, boolean>(load, {
      data: broadcast,
      width: '520px',
      maxWidth: '96vw',
    });
    if (removed) this.notifier.done(this.t('remove.done'));
    return removed ?? false;
  }

  /** Jeda, Lanjutkan, or Batalkan after a question. Whether it was done. */
  async step(broadcast: BroadcastView, step: RunStep): Promise<boolean> {
    if (this.steppingId() !== null) return false;
    if (step === 'cancel' && !(await this.mayCancel(broadcast))) return false;
    this.steppingId.set(broadcast.id);
    try {
      await this.client.step(broadcast.id, step);
      void this.announcer.announce(this.t(STEP_DONE[step]));
      return true;
    } catch (error) {
      this.notifier.problem(error);
      return false;
    } finally {
      this.steppingId.set(null);
    }
  }

  private mayCancel(broadcast: BroadcastView): Promise<boolean> {
    const waiting = broadcast.run ? tallyOf(broadcast.run.counts).waiting : 0;
    return this.confirm.ask({
      title: this.t('run.cancelTitle'),
      text: [
        this.t('run.cancelText', { n: this.format.write().number(waiting) }),
        this.t('run.cancelSent'),
      ],
      yes: this.t('run.cancelYes'),
      no: this.t('run.cancelNo'),
      tone: 'red',
    });
  }
}

const STEP_DONE = {
  pause: 'run.paused',
  resume: 'run.resumed',
  cancel: 'run.cancelled',
} as const satisfies Record<RunStep, string>;
