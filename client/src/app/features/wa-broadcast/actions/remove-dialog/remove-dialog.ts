import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import { ProblemError } from '../../../../core/http/problem-error.js';
import { appTexts } from '../../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { Format } from '../../../../shared/format/format.js';
import { PrimaAction } from '../../../../shared/ui/action-button/prima-action.js';
import { DIALOG_PARTS } from '../../../../shared/ui/dialogs/dialog-parts.js';
import { BroadcastClient } from '../../data/broadcast-client.js';
import { isUnderWay, nameOf } from '../../data/broadcast-facts.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';
import { Callout } from '../../ui/callout/callout.js';

/** Asks before Hapus Pesan how many recipients go with it; refuses while the message is under way. */
@Component({
  selector: 'prima-remove-dialog',
  imports: [Callout, MatButton, DIALOG_PARTS, PrimaAction],
  template: `
    <h2 mat-dialog-title>{{ t(isRefused ? 'remove.refusedTitle' : 'remove.title') }}</h2>
    <mat-dialog-content>
      <p>
        <strong>{{ name }}</strong>
      </p>
      @if (isRefused) {
        <p>{{ t('remove.refused') }}</p>
      } @else {
        <p>{{ loss() }}</p>
        @if (broadcast.run) {
          <p>{{ t('remove.history') }}</p>
        }
      }
      @if (problem(); as problem) {
        <prima-callout tone="red" icon="error" role="alert">{{ problem.detail }}</prima-callout>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" [disabled]="removing()" [mat-dialog-close]="false">
        {{ app(isRefused ? 'action.ok' : 'action.cancel') }}
      </button>
      @if (!isRefused) {
        <button
          matButton="filled"
          primaAction="red"
          type="button"
          [disabled]="removing()"
          (click)="remove()"
        >
          {{ t('remove.yes') }}
        </button>
      }
    </mat-dialog-actions>
  `,
})
export class RemoveDialog {
  private readonly client = inject(BroadcastClient);
  private readonly opened = inject<MatDialogRef<RemoveDialog, boolean>>(MatDialogRef);
  private readonly format = inject(Format);
  protected readonly broadcast = inject<BroadcastView>(MAT_DIALOG_DATA);
  protected readonly t = injectTexts(waBroadcastTexts);
  protected readonly app = injectTexts(appTexts);
  protected readonly name = nameOf(this.broadcast);
  protected readonly isRefused = isUnderWay(this.broadcast);
  protected readonly removing = signal(false);
  protected readonly problem = signal<ProblemError | null>(null);
  protected readonly loss = computed(() => {
    const count = this.broadcast.recipientCount;
    return this.t.plural('remove.text', count, { n: this.format.write().number(count) });
  });

  /** Hapus Pesan. */
  protected async remove(): Promise<void> {
    this.removing.set(true);
    this.problem.set(null);
    try {
      await this.client.remove(this.broadcast.id);
      this.opened.close(true);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.problem.set(error);
    } finally {
      this.removing.set(false);
    }
  }
}
