import { Component, Injectable, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialog, MatDialogModule } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { PrimaAction } from '../action-button/prima-action.js';

/** A decision to ask for; all sentences in the language of the moment. */
export interface Question {
  readonly title: string;
  /** Paragraphs that say what will happen. */
  readonly text: readonly string[];
  readonly yes: string;
  /** Null for news that is only to be read and closed. */
  readonly no: string | null;
  /** Colour of `yes`: red where something is lost. */
  readonly tone: 'blue' | 'red';
}

/** Asks a {@link Question}; Escape and a click outside mean no. */
@Component({
  selector: 'prima-confirm-dialog',
  imports: [MatButton, MatDialogModule, PrimaAction],
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

/** Asks questions before something that cannot be taken back. */
@Injectable({ providedIn: 'root' })
export class Confirm {
  private readonly dialog = inject(MatDialog);

  /** Whether the person said yes. Focus returns to where it was. */
  async ask(question: Question): Promise<boolean> {
    const opened = this.dialog.open<ConfirmDialog, Question, boolean>(ConfirmDialog, {
      data: question,
      maxWidth: 520,
    });
    return (await firstValueFrom(opened.afterClosed())) ?? false;
  }
}
