import { Component, computed, inject, signal } from '@angular/core';
import { FormRoot, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { PasswordChange, type SessionView } from '#contracts/auth.contract.js';
import { appTexts } from '../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { Session } from '../../../core/session/session.js';
import { Notifier } from '../../../shared/feedback/notifier.js';
import { FormProblem } from '../../../shared/forms/form-problem.js';
import { NewPassword, repeated } from '../../../shared/forms/new-password.js';
import { PasswordField } from '../../../shared/forms/password-field.js';
import { submission } from '../../../shared/forms/submission.js';
import { PrimaAction } from '../../../shared/ui/action-button/prima-action.js';
import { ErrorState } from '../../../shared/ui/error-state/error-state.js';
import { PageHeader } from '../../../shared/ui/page-header/page-header.js';
import { SessionList } from '../../../shared/ui/session-list/session-list.js';
import { Skeleton } from '../../../shared/ui/skeleton/skeleton.js';
import { AccountClient } from '../data/account-client.js';
import { SecondFactor } from '../second-factor/second-factor.js';
import { accountTexts } from '../i18n/account-texts.js';

const EMPTY = { current: '', password: '', repeat: '' };

/** Akun saya: one's second factor, where one is logged in, and one's password. */
@Component({
  selector: 'prima-account-page',
  imports: [
    ErrorState,
    FormProblem,
    FormRoot,
    MatButton,
    NewPassword,
    PageHeader,
    PasswordField,
    PrimaAction,
    SecondFactor,
    SessionList,
    Skeleton,
  ],
  templateUrl: './account-page.html',
  styles: `
    section {
      max-width: 640px;
      margin-bottom: 32px;
    }

    h2 {
      font: var(--mat-sys-title-large);
    }

    p {
      color: var(--mat-sys-on-surface-variant);
    }

    form {
      display: grid;
      gap: 16px;
    }
  `,
})
export class AccountPage {
  private readonly client = inject(AccountClient);
  private readonly notifier = inject(Notifier);
  private readonly model = signal(EMPTY);
  protected readonly session = inject(Session);
  protected readonly t = injectTexts(accountTexts);
  protected readonly app = injectTexts(appTexts);
  protected readonly passwordShown = signal(false);
  protected readonly busy = signal(false);
  protected readonly sessions = this.client.sessions();
  protected readonly shown = computed(() =>
    this.sessions.hasValue() ? this.sessions.value().items : undefined,
  );
  protected readonly roles = computed(() =>
    (this.session.me()?.roles ?? []).map((role) => this.app(`role.${role}`)).join(', '),
  );
  protected readonly form = form(
    this.model,
    (path) => {
      validateStandardSchema(path, PasswordChange);
      repeated(path.password, path.repeat, this.app);
    },
    { submission: submission(() => this.change()) },
  );

  protected async end({ id }: SessionView): Promise<void> {
    await this.ending(() => this.client.endSession(id));
  }

  protected async endOthers(): Promise<void> {
    await this.ending(() => this.client.endOtherSessions());
  }

  private async ending(end: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    try {
      await end();
      this.notifier.done(this.app('sessions.ended'));
    } catch (error) {
      this.notifier.problem(error);
    } finally {
      this.busy.set(false);
      this.sessions.reload();
    }
  }

  private async change(): Promise<void> {
    const { current, password } = this.model();
    await this.client.changePassword({ current, password });
    this.form().reset(EMPTY);
    this.notifier.done(this.t('password.done'));
    this.sessions.reload();
  }
}
