import { Component, afterNextRender, inject, input, resource, signal } from '@angular/core';
import { FormField, FormRoot, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { type CodeNeeded, LoginRequest } from '#contracts/auth.contract.js';
import { Control } from '../../../shared/forms/field/control.js';
import { Field } from '../../../shared/forms/field/field.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { returnUrlOf } from '../../../core/session/auth-guard.js';
import { Session } from '../../../core/session/session.js';
import { CodeStep } from '../../../shared/forms/code-step.js';
import { FieldError } from '../../../shared/forms/field-error.js';
import { FormProblem } from '../../../shared/forms/form-problem.js';
import { PasswordField } from '../../../shared/forms/password-field.js';
import { submission } from '../../../shared/forms/submission.js';
import { PrimaAction } from '../../../shared/ui/action-button/prima-action.js';
import { Banner } from '../../../shared/ui/banner/banner.js';
import { PageHeader } from '../../../shared/ui/page-header/page-header.js';
import { loginTexts } from '../i18n/login-texts.js';

/** Login; leads on to where the person wanted to go. */
@Component({
  selector: 'prima-login-page',
  imports: [
    Banner,
    CodeStep,
    FieldError,
    FormField,
    FormProblem,
    FormRoot,
    MatButton,
    Field,
    Control,
    PageHeader,
    PasswordField,
    PrimaAction,
  ],
  templateUrl: './login-page.html',
  styleUrl: './login-page.scss',
})
export class LoginPage {
  private readonly session = inject(Session);
  private readonly router = inject(Router);

  /** Address to go to afterwards, from the query. */
  readonly returnUrl = input<string>();

  private readonly model = signal<LoginRequest>({ username: '', password: '' });

  protected readonly t = injectTexts(loginTexts);
  /** The password was right and a code is wanted; null before. */
  protected readonly codeNeeded = signal<CodeNeeded | null>(null);
  /** Whether anybody can log in at all; unknown while the server is silent, which the form will say. */
  protected readonly status = resource({ loader: () => this.session.status() });
  protected readonly form = form(
    this.model,
    (path) => {
      validateStandardSchema(path, LoginRequest);
    },
    { submission: submission(() => this.login()) },
  );

  constructor() {
    afterNextRender(() => {
      this.form.username().focusBoundControl();
    });
  }

  protected setupNeeded(): boolean {
    return this.status.hasValue() && this.status.value().setupNeeded;
  }

  private async login(): Promise<void> {
    const codeNeeded = await this.session.login(this.model());
    // The password is of no more use here, whoever looks at the screen.
    this.model.update(({ username }) => ({ username, password: '' }));
    if (codeNeeded === null) await this.goOn();
    else this.codeNeeded.set(codeNeeded);
  }

  protected async goOn(): Promise<void> {
    await this.router.navigateByUrl(returnUrlOf(this.returnUrl() ?? null), { replaceUrl: true });
  }
}
