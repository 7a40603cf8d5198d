import { Injectable, inject } from '@angular/core';
import { Dialogs } from '../dialogs/dialogs.js';
import type { ConfirmDialog } from './confirm-dialog.js';
import type { Question } from './question.js';

/** Asks questions before something that cannot be taken back. */
@Injectable({ providedIn: 'root' })
export class Confirm {
  private readonly dialogs = inject(Dialogs);

  /** Whether the person said yes. Focus returns to where it was. */
  async ask(question: Question): Promise<boolean> {
    const load = async () => (await import('./confirm-dialog.js')).ConfirmDialog;
    const config = { data: question, maxWidth: 520 };
    return (await this.dialogs.open<ConfirmDialog, boolean>(load, config)) ?? false;
  }
}
