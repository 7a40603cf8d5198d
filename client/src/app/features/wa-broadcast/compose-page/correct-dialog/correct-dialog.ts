import { Component, inject, signal } from '@angular/core';
import { FormField, FormRoot, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import * as z from 'zod/mini';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import { RecipientUpdate, type RecipientView } from '#contracts/recipient.contract.js';
import { Control } from '../../../../shared/forms/field/control.js';
import { Field } from '../../../../shared/forms/field/field.js';
import { appTexts } from '../../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { FieldError } from '../../../../shared/forms/field-error.js';
import { FormProblem } from '../../../../shared/forms/form-problem.js';
import { submission } from '../../../../shared/forms/submission.js';
import { PrimaAction } from '../../../../shared/ui/action-button/prima-action.js';
import { DIALOG_PARTS } from '../../../../shared/ui/dialogs/dialog-parts.js';
import { RecipientClient } from '../../data/recipient-client.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';

/** Whom to correct. */
export interface CorrectDialogData {
  readonly broadcast: BroadcastView;
  readonly recipient: RecipientView;
}

/** As the contract, but an empty name is typed as nothing rather than sent as null. */
const TypedRecipient = z.extend(RecipientUpdate, {
  name: z.string().check(z.trim(), z.maxLength(200)),
});

/** Perbaiki: number, name and further values of one recipient; saved at once. */
@Component({
  selector: 'prima-correct-dialog',
  imports: [
    FieldError,
    FormField,
    FormProblem,
    FormRoot,
    MatButton,
    DIALOG_PARTS,
    Field,
    Control,
    PrimaAction,
  ],
  templateUrl: './correct-dialog.html',
  styles: `
    mat-dialog-content {
      display: grid;
      gap: 16px;
    }

    prima-field:first-of-type {
      margin-top: 8px;
    }
  `,
})
export class CorrectDialog {
  private readonly client = inject(RecipientClient);
  private readonly opened = inject<MatDialogRef<CorrectDialog, BroadcastView>>(MatDialogRef);
  private readonly data = inject<CorrectDialogData>(MAT_DIALOG_DATA);
  protected readonly t = injectTexts(waBroadcastTexts);
  protected readonly app = injectTexts(appTexts);
  protected readonly variableNames = this.data.broadcast.variableNames;

  private readonly model = signal(startOf(this.data));
  protected readonly form = form(
    this.model,
    (path) => {
      validateStandardSchema(path, TypedRecipient);
    },
    { submission: submission(() => this.save()) },
  );

  private async save(): Promise<void> {
    const { broadcast, recipient } = this.data;
    const { phone, name, variables } = this.model();
    const change = { phone, name: name.trim() || null, variables };
    this.opened.close(await this.client.correct(broadcast.id, recipient.id, change));
  }
}

function startOf({ broadcast, recipient }: CorrectDialogData) {
  const { phone, name, variables } = recipient;
  const values = broadcast.variableNames.map((key): [string, string] => [
    key,
    variables[key] ?? '',
  ]);
  return { phone, name: name ?? '', variables: Object.fromEntries(values) };
}
