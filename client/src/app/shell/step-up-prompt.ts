import { Injectable, effect, inject, untracked } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import type { ProblemError } from '../core/http/problem-error.js';
import { type AskedProof, StepUp } from '../core/session/step-up.js';
import type { StepUpDialog } from './step-up-dialog.js';

/** Opens the dialog that asks again who sits there, whenever a request waits for that. */
@Injectable({ providedIn: 'root' })
export class StepUpPrompt {
  private readonly stepUp = inject(StepUp);
  private readonly dialogs = inject(MatDialog);

  constructor() {
    effect(() => {
      const asked = this.stepUp.asked();
      if (asked === null) return;
      untracked(() => {
        void this.open(asked);
      });
    });
  }

  private async open({ problem, answer }: AskedProof): Promise<void> {
    const { StepUpDialog: Dialog } = await import('./step-up-dialog.js');
    const opened = this.dialogs.open<StepUpDialog, ProblemError, boolean>(Dialog, {
      data: problem,
      width: '440px',
    });
    answer((await firstValueFrom(opened.afterClosed())) ?? false);
  }
}
