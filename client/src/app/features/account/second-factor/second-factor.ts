import { Component, computed, inject, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { appTexts } from '../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { Session } from '../../../core/session/session.js';
import { Notifier } from '../../../shared/feedback/notifier.js';
import { Format } from '../../../shared/format/format.js';
import { PrimaAction } from '../../../shared/ui/action-button/prima-action.js';
import { Dialogs } from '../../../shared/ui/dialogs/dialogs.js';
import { ErrorState } from '../../../shared/ui/error-state/error-state.js';
import { Skeleton } from '../../../shared/ui/skeleton/skeleton.js';
import { StatusChip } from '../../../shared/ui/status-chip/status-chip.js';
import type { CodeDialog, CodeQuestion } from '../code-dialog/code-dialog.js';
import { AccountClient } from '../data/account-client.js';
import { Enrolment } from '../enrolment/enrolment.js';
import { accountTexts } from '../i18n/account-texts.js';
import { ShownRecoveryCodes } from '../recovery-codes/recovery-codes.js';

/** So few codes left are worth a word. */
const FEW_CODES = 3;

/** Akun saya: one's second factor, on or off, and its recovery codes. */
@Component({
  selector: 'prima-second-factor',
  imports: [
    Enrolment,
    ErrorState,
    MatButton,
    PrimaAction,
    ShownRecoveryCodes,
    Skeleton,
    StatusChip,
  ],
  templateUrl: './second-factor.html',
  styles: `
    h2 {
      margin-bottom: 12px;
      font: var(--mat-sys-title-large);
    }

    p {
      color: var(--mat-sys-on-surface-variant);
    }

    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
})
export class SecondFactor {
  /** It was switched on or off, which ends the person's other sessions. */
  readonly switched = output();
  private readonly client = inject(AccountClient);
  private readonly dialogs = inject(Dialogs);
  private readonly notifier = inject(Notifier);
  private readonly session = inject(Session);
  private readonly format = inject(Format);
  protected readonly t = injectTexts(accountTexts);
  protected readonly app = injectTexts(appTexts);
  protected readonly enrolling = signal(false);
  /** Recovery codes that are shown now; null: none are. */
  protected readonly codes = signal<readonly string[] | null>(null);
  protected readonly read = this.client.secondFactor();
  protected readonly shown = computed(() => (this.read.hasValue() ? this.read.value() : undefined));
  protected readonly few = computed(() => (this.shown()?.recoveryCodesLeft ?? 0) <= FEW_CODES);

  protected since(instant: string): string {
    return this.t('factor.since', { at: this.format.write().dateTime(instant) });
  }

  /** It is on: the codes come first, and nothing may cover them. */
  protected async on(codes: readonly string[]): Promise<void> {
    this.enrolling.set(false);
    this.codes.set(codes);
    await this.changed();
  }

  /** The codes are kept. */
  protected kept(): void {
    this.codes.set(null);
    this.notifier.done(this.t('factor.onDone'));
  }

  protected async renew(): Promise<void> {
    const codes = await this.ask({
      title: this.t('recovery.renew'),
      text: this.t('recovery.renewText'),
      yes: this.t('recovery.renew'),
      tone: 'blue',
      work: (code) => this.client.renewRecoveryCodes(code),
    });
    if (codes === undefined) return;
    this.codes.set(codes.done);
    this.read.reload();
  }

  protected async off(): Promise<void> {
    const done = await this.ask({
      title: this.t('factor.offTitle'),
      text: this.t('factor.offText'),
      yes: this.t('factor.off'),
      tone: 'red',
      work: (code) => this.client.switchOff(code),
    });
    if (done === undefined) return;
    this.codes.set(null);
    this.notifier.done(this.t('factor.offDone'));
    await this.changed();
  }

  private async changed(): Promise<void> {
    this.read.reload();
    this.switched.emit();
    await this.session.renew();
  }

  private async ask<T>(question: CodeQuestion<T>): Promise<{ readonly done: T } | undefined> {
    return this.dialogs.open<CodeDialog<T>, { readonly done: T }>(
      async () => (await import('../code-dialog/code-dialog.js')).CodeDialog,
      { data: question, width: '480px' },
    );
  }
}
