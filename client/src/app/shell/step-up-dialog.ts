import { Component, inject, signal } from '@angular/core';
import { FormRoot, form, validate, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import * as z from 'zod/mini';
import { StepUp as GivenProof } from '#contracts/auth.contract.js';
import { HostChannel } from '../core/embed/host-channel.js';
import type { ProblemError } from '../core/http/problem-error.js';
import { appTexts } from '../core/i18n/app-texts.js';
import { injectTexts } from '../core/i18n/texts.js';
import { Session } from '../core/session/session.js';
import { CodeField } from '../shared/forms/code-field.js';
import { FormProblem } from '../shared/forms/form-problem.js';
import { PasswordField } from '../shared/forms/password-field.js';
import { submission } from '../shared/forms/submission.js';
import { PrimaAction } from '../shared/ui/action-button/prima-action.js';
import { DIALOG_PARTS } from '../shared/ui/dialogs/dialog-parts.js';

const PasswordAlone = z.pick(GivenProof, { password: true });

/**
 * Asks again who sits there: the password, and a code where the second factor is on. In a frame there is no
 * password of ours: it says what to do at the dashboard, and tries again. Closes with whether to go on.
 */
@Component({
  selector: 'prima-step-up-dialog',
  imports: [CodeField, FormProblem, FormRoot, MatButton, DIALOG_PARTS, PasswordField, PrimaAction],
  templateUrl: './step-up-dialog.html',
  styles: `
    prima-password-field,
    prima-code-field {
      display: block;
      margin-top: 12px;
    }
  `,
})
export class StepUpDialog {
  private readonly dialog = inject<MatDialogRef<StepUpDialog, boolean>>(MatDialogRef);
  private readonly session = inject(Session);
  private readonly model = signal({ password: '', code: '' });
  protected readonly problem = inject<ProblemError>(MAT_DIALOG_DATA);
  protected readonly t = injectTexts(appTexts);
  protected readonly atHost = this.problem.code === 'AUTH.STEP_UP_AT_HOST';
  protected readonly username = this.session.me()?.username ?? '';
  /** As far as this tab knows: the server may ask for one that was switched on in another. */
  protected readonly needsCode = this.session.me()?.secondFactor === 'on';
  protected readonly form = form(
    this.model,
    (path) => {
      validateStandardSchema(path, PasswordAlone);
      validate(path.code, ({ value }) =>
        this.needsCode && value().trim() === ''
          ? { kind: 'required', message: this.t('field.required') }
          : undefined,
      );
    },
    { submission: submission(() => this.prove()) },
  );

  constructor() {
    // A dashboard that can ask its people for their password does so, and sends another token.
    if (this.atHost) inject(HostChannel).send('wa:proof-needed', {});
  }

  private async prove(): Promise<void> {
    const { password, code } = this.model();
    await this.session.prove({ password, ...(code !== '' && { code }) });
    this.dialog.close(true);
  }
}
