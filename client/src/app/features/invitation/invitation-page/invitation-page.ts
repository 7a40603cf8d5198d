import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { FormField, FormRoot, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import * as z from 'zod/mini';
import { type CodeNeeded, LinkAcceptance, LinkReading } from '#contracts/auth.contract.js';
import { Control } from '../../../shared/forms/field/control.js';
import { Field } from '../../../shared/forms/field/field.js';
import { ProblemError } from '../../../core/http/problem-error.js';
import { appTexts } from '../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { paths } from '../../../core/navigation/paths.js';
import { Session } from '../../../core/session/session.js';
import { CodeStep } from '../../../shared/forms/code-step.js';
import { FieldError } from '../../../shared/forms/field-error.js';
import { FormProblem } from '../../../shared/forms/form-problem.js';
import { NewPassword, repeated } from '../../../shared/forms/new-password.js';
import { submission } from '../../../shared/forms/submission.js';
import { PrimaAction } from '../../../shared/ui/action-button/prima-action.js';
import { EmptyState } from '../../../shared/ui/empty-state/empty-state.js';
import { ErrorState } from '../../../shared/ui/error-state/error-state.js';
import { PageHeader } from '../../../shared/ui/page-header/page-header.js';
import { Skeleton } from '../../../shared/ui/skeleton/skeleton.js';
import { invitationTexts } from '../i18n/invitation-texts.js';

/** What the form asks for: the token comes with the link. */
const InvitationForm = z.omit(LinkAcceptance, { token: true });

/**
 * A one-time link was opened: an invitation, or a forgotten password. The token is the fragment of the address,
 * which browsers send to nobody.
 */
@Component({
  selector: 'prima-invitation-page',
  imports: [
    CodeStep,
    EmptyState,
    ErrorState,
    FieldError,
    FormField,
    FormProblem,
    FormRoot,
    MatButton,
    NewPassword,
    Field,
    Control,
    PageHeader,
    PrimaAction,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './invitation-page.html',
  styles: `
    form {
      display: grid;
      gap: 16px;
    }
  `,
})
export class InvitationPage {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly token = inject(ActivatedRoute).snapshot.fragment ?? '';
  protected readonly t = injectTexts(invitationTexts);
  protected readonly app = injectTexts(appTexts);
  protected readonly loginPath = paths.login;
  /** The password was chosen and a code is wanted; null before. */
  protected readonly codeNeeded = signal<CodeNeeded | null>(null);

  protected readonly reading = resource({ loader: () => this.read() });
  protected readonly link = computed(() =>
    this.reading.hasValue() ? this.reading.value() : undefined,
  );
  protected readonly isInvalid = computed(() => {
    const error: unknown = this.reading.error();
    const problem = error instanceof Error && error.cause ? error.cause : error;
    return problem instanceof ProblemError && problem.status >= 400 && problem.status < 500;
  });

  private readonly model = linkedSignal(() => ({
    displayName: this.link()?.displayName ?? '',
    password: '',
    repeat: '',
  }));
  protected readonly form = form(
    this.model,
    (path) => {
      validateStandardSchema(path, InvitationForm);
      repeated(path.password, path.repeat, this.app);
    },
    { submission: submission(() => this.accept()) },
  );

  /** The link is used up: the new password opens the ordinary login. */
  protected async toLogin(): Promise<void> {
    await this.router.navigateByUrl(paths.login, { replaceUrl: true });
  }

  private async read(): Promise<LinkReading> {
    const asked = this.http.post('/api/auth/link-reading', { token: this.token });
    return LinkReading.parse(await firstValueFrom(asked));
  }

  private async accept(): Promise<void> {
    const { displayName, password } = this.model();
    const acceptance = { token: this.token, displayName, password };
    const codeNeeded = await this.session.acceptLink(acceptance);
    if (codeNeeded === null) await this.goOn();
    else this.codeNeeded.set(codeNeeded);
  }

  protected async goOn(): Promise<void> {
    // In place of this page, so that the token leaves the history.
    await this.router.navigateByUrl(paths.landing, { replaceUrl: true });
  }
}
