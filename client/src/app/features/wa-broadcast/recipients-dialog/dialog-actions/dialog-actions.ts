import {
  Component,
  DOCUMENT,
  ElementRef,
  afterRenderEffect,
  computed,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogClose } from '@angular/material/dialog';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import { appTexts } from '../../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { Session } from '../../../../core/session/session.js';
import { DownloadLink } from '../../../../shared/download/download-link.js';
import { PrimaAction } from '../../../../shared/ui/action-button/prima-action.js';
import { Icon } from '../../../../shared/ui/icon/icon.js';
import { resultsUrl } from '../../data/broadcast-client.js';
import { awaitedEyes, isSendable } from '../../data/four-eyes.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';

/** Buttons of Detail Penerima: CLOSE, and what is to be done next. */
@Component({
  selector: 'prima-dialog-actions',
  imports: [DownloadLink, Icon, MatButton, MatDialogClose, PrimaAction],
  host: { '(keydown.enter)': 'refuseRepeat($event)' },
  templateUrl: './dialog-actions.html',
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      align-items: center;
      justify-content: flex-end;
    }

    .close {
      margin-right: auto;
    }

    p {
      margin: 0;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-small);
    }
  `,
})
export class DialogActions {
  /** Undefined while it is being read. */
  readonly broadcast = input.required<BroadcastView | undefined>();
  /** Whether the review found nothing that stands against Konfirmasi. */
  readonly mayBeConfirmed = input.required<boolean>();
  readonly busy = input.required<boolean>();
  readonly confirm = output();
  readonly send = output();
  readonly resendFailed = output();
  protected readonly session = inject(Session);
  protected readonly t = injectTexts(waBroadcastTexts);
  protected readonly app = injectTexts(appTexts);
  protected readonly resultsUrl = resultsUrl;

  protected readonly mayResend = computed(() => {
    const broadcast = this.broadcast();
    const failed = broadcast?.run?.counts.failed ?? 0;
    return (
      failed > 0 &&
      broadcast?.purgedAt === null &&
      broadcast.status !== 'cancelled' &&
      this.session.can('recipients:resolve-failed')
    );
  });

  /** Whose Konfirmasi it waits for under four eyes. */
  private readonly awaited = computed(() => {
    const broadcast = this.broadcast();
    return broadcast ? awaitedEyes(broadcast, this.session.me()) : null;
  });
  protected readonly needsConfirmation = computed(
    () => this.broadcast()?.status === 'draft' || this.awaited() !== null,
  );
  protected readonly sendable = computed(() => {
    const broadcast = this.broadcast();
    return broadcast !== undefined && isSendable(broadcast);
  });
  /** Why it is not this person who confirms under four eyes; empty when it may be. */
  protected readonly obstacle = computed(() => {
    if (this.awaited() === 'others') return this.t('detail.notYours');
    return this.awaited() === 'unknown' ? this.t('detail.editorsUnknown') : '';
  });

  /** Konfirmasi or Kirim Pesan; nothing when neither can be done. */
  private readonly next = viewChild<unknown, ElementRef<HTMLElement>>('next', { read: ElementRef });
  private readonly close = viewChild.required<unknown, ElementRef<HTMLElement>>('close', {
    read: ElementRef,
  });
  private readonly document = inject(DOCUMENT);

  constructor() {
    afterRenderEffect(() => {
      // Any change of the message may take the focused button away.
      this.broadcast();
      const next = this.next();
      if (next && this.isFocusFree()) next.nativeElement.focus();
      // The button that had it has vanished, and nothing is to be done next.
      else if (this.document.activeElement === this.document.body) {
        this.close().nativeElement.focus();
      }
    });
  }

  /** Enter held down since Simpan must not confirm what nobody has read. */
  protected refuseRepeat(event: Event): void {
    if ((event as KeyboardEvent).repeat) event.preventDefault();
  }

  /** Whether the person has not gone anywhere yet: on the heading, or where a button has vanished. */
  private isFocusFree(): boolean {
    const active = this.document.activeElement;
    return active === null || active === this.document.body || active.tagName === 'H2';
  }
}
