import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import { PrimaAction } from '../action-button/prima-action.js';
import { DIALOG_PARTS } from '../dialogs/dialog-parts.js';
import type { Question } from './question.js';

/** Asks a {@link Question}; Escape and a click outside mean no. */
@Component({
  selector: 'prima-confirm-dialog',
  imports: [MatButton, DIALOG_PARTS, PrimaAction],
  template: `
    <h2 mat-dialog-title>{{ question.title }}</h2>
    <mat-dialog-content>
      @for (paragraph of question.text; track paragraph) {
        <p>{{ paragraph }}</p>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      @if (question.no; as no) {
        <button matButton type="button" [mat-dialog-close]="false">{{ no }}</button>
      }
      <button
        matButton="filled"
        type="button"
        [primaAction]="question.tone"
        [mat-dialog-close]="true"
      >
        {{ question.yes }}
      </button>
    </mat-dialog-actions>
  `,
})
export class ConfirmDialog {
  protected readonly question = inject<Question>(MAT_DIALOG_DATA);
}
