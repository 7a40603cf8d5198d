import {
  Component,
  afterRenderEffect,
  computed,
  inject,
  input,
  resource,
  signal,
} from '@angular/core';
import { FormField, FormRoot, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import * as z from 'zod/mini';
import { SetupRequest } from '#contracts/auth.contract.js';
import { Control } from '../../../shared/forms/field/control.js';
import { Field } from '../../../shared/forms/field/field.js';
import { appTexts } from '../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { paths } from '../../../core/navigation/paths.js';
import { Session } from '../../../core/session/session.js';
import { FieldError } from '../../../shared/forms/field-error.js';
import { FormProblem } from '../../../shared/forms/form-problem.js';
import { NewPassword, repeated } from '../../../shared/forms/new-password.js';
import { submission } from '../../../shared/forms/submission.js';
import { PrimaAction } from '../../../shared/ui/action-button/prima-action.js';
import { EmptyState } from '../../../shared/ui/empty-state/empty-state.js';
import { ErrorState } from '../../../shared/ui/error-state/error-state.js';
import { Icon } from '../../../shared/ui/icon/icon.js';
import { PageHeader } from '../../../shared/ui/page-header/page-header.js';
import { Skeleton } from '../../../shared/ui/skeleton/skeleton.js';
import { setupTexts } from '../i18n/setup-texts.js';

/** What the form asks for: the token comes with the link. */
const SetupForm = z.omit(SetupRequest, { token: true });

/** Penyiapan: the first administrator of an empty installation, by the one-time link. */
@Component({
  selector: 'prima-setup-page',
  imports: [
    EmptyState,
    ErrorState,
    FieldError,
    FormField,
    FormProblem,
    FormRoot,
    Icon,
    MatButton,
    NewPassword,
    Field,
    Control,
    PageHeader,
    PrimaAction,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './setup-page.html',
  styleUrl: './setup-page.scss',
})
export class SetupPage {
  private readonly session = inject(Session);
  private readonly router = inject(Router);

  /** One-time token of the set-up link, from the query. */
  readonly token = input<string>();

  private readonly model = signal({ displayName: '', username: '', password: '', repeat: '' });

  private readonly app = injectTexts(appTexts);
  protected readonly t = injectTexts(setupTexts);
  protected readonly loginPath = paths.login;
  protected readonly status = resource({ loader: () => this.session.status() });
  protected readonly formShown = computed(
    () => this.status.hasValue() && this.status.value().setupNeeded && !!this.token(),
  );
  protected readonly form = form(
    this.model,
    (path) => {
      validateStandardSchema(path, SetupForm);
      repeated(path.password, path.repeat, this.app);
    },
    { submission: submission(() => this.setUp()) },
  );

  constructor() {
    afterRenderEffect(() => {
      if (this.formShown()) this.form.displayName().focusBoundControl();
    });
  }

  private async setUp(): Promise<void> {
    const { displayName, username, password } = this.model();
    const token = this.token() ?? '';
    await this.session.setUp({ token, displayName, username, password });
    // In place of this page, so that the token leaves the history.
    await this.router.navigateByUrl(paths.landing, { replaceUrl: true });
  }
}
