import { Component, afterNextRender, inject, input, output, signal } from '@angular/core';
import { FormRoot, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { CodeProof } from '#contracts/second-factor.contract.js';
import { ProblemError } from '../../core/http/problem-error.js';
import { appTexts } from '../../core/i18n/app-texts.js';
import { injectTexts } from '../../core/i18n/texts.js';
import { Session } from '../../core/session/session.js';
import { Notifier } from '../feedback/notifier.js';
import { PrimaAction } from '../ui/action-button/prima-action.js';
import { PageHeader } from '../ui/page-header/page-header.js';
import { CodeField } from './code-field.js';
import { FormProblem } from './form-problem.js';
import { submission } from './submission.js';

/** The second step of a login: a code of the application, or a recovery code. */
@Component({
  selector: 'prima-code-step',
  imports: [CodeField, FormProblem, FormRoot, MatButton, PageHeader, PrimaAction],
  template: `
    <prima-page-header [title]="t('code.title')" />
    <form [formRoot]="form">
      <p>{{ t(recovery() ? 'code.recoveryText' : 'code.text') }}</p>
      <prima-code-field [field]="form.code" [recovery]="recovery()" />
      <prima-form-problem [form]="form()" />
      <button matButton="filled" primaAction="blue" type="submit" [disabled]="form().submitting()">
        {{ t(form().submitting() ? 'code.checking' : 'code.submit') }}
      </button>
      <button matButton type="button" (click)="change()">
        {{ t(recovery() ? 'code.useApplication' : 'code.useRecovery') }}
      </button>
      @if (recovery()) {
        <p class="lost">{{ t('code.lost') }}</p>
      }
    </form>
  `,
  styles: `
    form {
      display: grid;
      gap: 16px;
    }

    p {
      margin: 0;
      color: var(--mat-sys-on-surface-variant);
    }

    .lost {
      font: var(--mat-sys-body-small);
    }
  `,
})
export class CodeStep {
  /** The word of the first step. */
  readonly pending = input.required<string>();
  /** The person is in. */
  readonly entered = output();
  /** The time for the code is over: the password is wanted once more. */
  readonly again = output();
  private readonly session = inject(Session);
  private readonly notifier = inject(Notifier);
  private readonly model = signal({ code: '' });
  protected readonly t = injectTexts(appTexts);
  protected readonly recovery = signal(false);
  protected readonly form = form(
    this.model,
    (path) => {
      validateStandardSchema(path, CodeProof);
    },
    { submission: submission(() => this.enter()) },
  );

  constructor() {
    afterNextRender(() => {
      this.form.code().focusBoundControl();
    });
  }

  /** From codes of the application to recovery codes, and back. */
  protected change(): void {
    this.recovery.update((before) => !before);
    this.form().reset({ code: '' });
    this.form.code().focusBoundControl();
  }

  private async enter(): Promise<void> {
    try {
      await this.session.enterCode({ pending: this.pending(), code: this.model().code });
      this.entered.emit();
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'AUTH.LOGIN_OVER') throw error;
      this.notifier.problem(error);
      this.again.emit();
    }
  }
}
