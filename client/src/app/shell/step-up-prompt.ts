import { Injectable, effect, inject, untracked } from '@angular/core';
import { type AskedProof, StepUp } from '../core/session/step-up.js';
import { Dialogs } from '../shared/ui/dialogs/dialogs.js';
import type { StepUpDialog } from './step-up-dialog.js';

/** Opens the dialog that asks again who sits there, whenever a request waits for that. */
@Injectable({ providedIn: 'root' })
export class StepUpPrompt {
  private readonly stepUp = inject(StepUp);
  private readonly dialogs = inject(Dialogs);

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
    const load = async () => (await import('./step-up-dialog.js')).StepUpDialog;
    const config = { data: problem, width: '440px' };
    answer((await this.dialogs.open<StepUpDialog, boolean>(load, config)) ?? false);
  }
}
