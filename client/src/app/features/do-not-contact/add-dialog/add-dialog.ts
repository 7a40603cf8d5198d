import { Component, inject, signal } from '@angular/core';
import { FormField, FormRoot, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatDialogRef } from '@angular/material/dialog';
import * as z from 'zod/mini';
import { DoNotContactAdd, type DoNotContactEntry } from '#contracts/do-not-contact.contract.js';
import { Control } from '../../../shared/forms/field/control.js';
import { Field } from '../../../shared/forms/field/field.js';
import { appTexts } from '../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { FieldError } from '../../../shared/forms/field-error.js';
import { FormProblem } from '../../../shared/forms/form-problem.js';
import { submission } from '../../../shared/forms/submission.js';
import { PrimaAction } from '../../../shared/ui/action-button/prima-action.js';
import { DIALOG_PARTS } from '../../../shared/ui/dialogs/dialog-parts.js';
import { DoNotContactClient } from '../data/do-not-contact-client.js';
import { doNotContactTexts } from '../i18n/do-not-contact-texts.js';

/** As the contract, but an empty note is typed as nothing rather than sent as null. */
const TypedNumber = z.extend(DoNotContactAdd, {
  note: z.string().check(z.trim(), z.maxLength(200)),
});

/** Tambah nomor: closes with the entry, or with nothing when it was called off. */
@Component({
  selector: 'prima-do-not-contact-add-dialog',
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
  templateUrl: './add-dialog.html',
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
export class AddDialog {
  private readonly client = inject(DoNotContactClient);
  private readonly opened = inject<MatDialogRef<AddDialog, DoNotContactEntry>>(MatDialogRef);
  private readonly model = signal({ phone: '', note: '' });
  protected readonly t = injectTexts(doNotContactTexts);
  protected readonly app = injectTexts(appTexts);
  protected readonly form = form(
    this.model,
    (path) => {
      validateStandardSchema(path, TypedNumber);
    },
    { submission: submission(() => this.save()) },
  );

  private async save(): Promise<void> {
    const { phone, note } = this.model();
    this.opened.close(await this.client.add({ phone, note: note.trim() || null }));
  }
}
