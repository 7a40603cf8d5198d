import { Component, inject, signal } from '@angular/core';
import { FormRoot, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { CodeProof } from '#contracts/second-factor.contract.js';
import { appTexts } from '../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { CodeField } from '../../../shared/forms/code-field.js';
import { FormProblem } from '../../../shared/forms/form-problem.js';
import { submission } from '../../../shared/forms/submission.js';
import { PrimaAction } from '../../../shared/ui/action-button/prima-action.js';
import { DIALOG_PARTS } from '../../../shared/ui/dialogs/dialog-parts.js';

/** What a code is asked for, in sentences of the moment. */
export interface CodeQuestion<T> {
  readonly title: string;
  readonly text: string;
  readonly yes: string;
  readonly tone: 'blue' | 'red';
  /** Does it. Rejects with a `ProblemError`, which the dialog shows. */
  readonly work: (code: string) => Promise<T>;
}

/** Asks for a code of now, and does with it what it was asked for. Closes with the result. */
@Component({
  selector: 'prima-code-dialog',
  imports: [CodeField, FormProblem, FormRoot, MatButton, DIALOG_PARTS, PrimaAction],
  template: `
    <h2 mat-dialog-title>{{ question.title }}</h2>
    <form [formRoot]="form">
      <mat-dialog-content>
        <p>{{ question.text }}</p>
        <prima-code-field [field]="form.code" [recovery]="recovery()" />
        <button matButton type="button" (click)="recovery.set(!recovery())">
          {{ app(recovery() ? 'code.useApplication' : 'code.useRecovery') }}
        </button>
        <prima-form-problem [form]="form()" />
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button matButton type="button" mat-dialog-close>{{ app('action.cancel') }}</button>
        <button
          matButton="filled"
          type="submit"
          [primaAction]="question.tone"
          [disabled]="form().submitting()"
        >
          {{ form().submitting() ? app('code.checking') : question.yes }}
        </button>
      </mat-dialog-actions>
    </form>
  `,
})
export class CodeDialog<T> {
  private readonly dialog = inject<MatDialogRef<CodeDialog<T>, { readonly done: T }>>(MatDialogRef);
  private readonly model = signal({ code: '' });
  protected readonly question = inject<CodeQuestion<T>>(MAT_DIALOG_DATA);
  protected readonly app = injectTexts(appTexts);
  protected readonly recovery = signal(false);
  protected readonly form = form(
    this.model,
    (path) => {
      validateStandardSchema(path, CodeProof);
    },
    {
      submission: submission(async () => {
        this.dialog.close({ done: await this.question.work(this.model().code) });
      }),
    },
  );
}
