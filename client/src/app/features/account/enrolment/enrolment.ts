import { Component, computed, inject, output, signal } from '@angular/core';
import { FormRoot, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { CodeProof } from '#contracts/second-factor.contract.js';
import { ProblemError } from '../../../core/http/problem-error.js';
import { appTexts } from '../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { Notifier } from '../../../shared/feedback/notifier.js';
import { CodeField } from '../../../shared/forms/code-field.js';
import { FormProblem } from '../../../shared/forms/form-problem.js';
import { submission } from '../../../shared/forms/submission.js';
import { PrimaAction } from '../../../shared/ui/action-button/prima-action.js';
import { ErrorState } from '../../../shared/ui/error-state/error-state.js';
import { QrCode } from '../../../shared/ui/qr-code/qr-code.js';
import { Skeleton } from '../../../shared/ui/skeleton/skeleton.js';
import { AccountClient } from '../data/account-client.js';
import { accountTexts } from '../i18n/account-texts.js';

/** Letters of one group of the secret, as it is typed into an application. */
const GROUPS = /.{1,4}/gu;

/** Switches the second factor on: shows a secret to an application, then wants its first code. */
@Component({
  selector: 'prima-enrolment',
  imports: [CodeField, ErrorState, FormProblem, FormRoot, MatButton, PrimaAction, QrCode, Skeleton],
  templateUrl: './enrolment.html',
  styles: `
    ol {
      display: grid;
      gap: 16px;
      margin: 0;
      padding-inline-start: 20px;
    }

    form {
      display: grid;
      gap: 12px;
    }

    p {
      margin: 4px 0 8px;
    }

    code {
      font-size: 1.1em;
      font-weight: 500;
    }

    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
})
export class Enrolment {
  private readonly client = inject(AccountClient);
  private readonly notifier = inject(Notifier);
  private readonly model = signal({ code: '' });
  /** It is on; these are the recovery codes. */
  readonly done = output<readonly string[]>();
  protected readonly t = injectTexts(accountTexts);
  protected readonly app = injectTexts(appTexts);
  protected readonly offer = this.client.enrolment();
  protected readonly offered = computed(() =>
    this.offer.hasValue() ? this.offer.value() : undefined,
  );
  protected readonly secret = computed(() =>
    (this.offered()?.secret.match(GROUPS) ?? []).join(' '),
  );
  protected readonly form = form(
    this.model,
    (path) => {
      validateStandardSchema(path, CodeProof);
    },
    { submission: submission(() => this.finish()) },
  );

  private async finish(): Promise<void> {
    const enrolment = this.offered()?.enrolment ?? '';
    try {
      this.done.emit(await this.client.switchOn({ enrolment, code: this.model().code }));
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'AUTH.ENROLMENT_OVER') throw error;
      this.notifier.problem(error);
      this.form().reset({ code: '' });
      this.offer.reload();
    }
  }
}
