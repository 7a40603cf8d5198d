import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import type { UserView } from '#contracts/user.contract.js';
import { appTexts } from '../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { Notifier } from '../../../shared/feedback/notifier.js';
import { PrimaAction } from '../../../shared/ui/action-button/prima-action.js';
import { DIALOG_PARTS } from '../../../shared/ui/dialogs/dialog-parts.js';
import { ErrorState } from '../../../shared/ui/error-state/error-state.js';
import { SessionList } from '../../../shared/ui/session-list/session-list.js';
import { Skeleton } from '../../../shared/ui/skeleton/skeleton.js';
import { UsersClient } from '../data/users-client.js';
import { usersTexts } from '../i18n/users-texts.js';

/** Where somebody is logged in, and ending it. */
@Component({
  selector: 'prima-sessions-dialog',
  imports: [ErrorState, MatButton, DIALOG_PARTS, PrimaAction, SessionList, Skeleton],
  template: `
    <h2 mat-dialog-title>{{ t('sessions.title', { name: user.displayName }) }}</h2>
    <mat-dialog-content>
      @if (sessions.error(); as error) {
        <prima-error-state [error]="error" (retry)="sessions.reload()" />
      } @else if (shown(); as shown) {
        <prima-session-list [sessions]="shown" [busy]="busy()" (end)="end($event.id)" />
      } @else {
        <prima-skeleton [rows]="2" [rowHeight]="56" />
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      @if ((shown()?.length ?? 0) > 1) {
        <button
          matButton="outlined"
          primaAction="red"
          type="button"
          [disabled]="busy()"
          (click)="end(null)"
        >
          {{ t('sessions.endAll') }}
        </button>
      }
      <button matButton="filled" primaAction="red" type="button" mat-dialog-close>
        {{ app('action.close') }}
      </button>
    </mat-dialog-actions>
  `,
})
export class SessionsDialog {
  private readonly client = inject(UsersClient);
  private readonly notifier = inject(Notifier);
  protected readonly user = inject<UserView>(MAT_DIALOG_DATA);
  protected readonly t = injectTexts(usersTexts);
  protected readonly app = injectTexts(appTexts);
  protected readonly busy = signal(false);
  protected readonly sessions = this.client.sessions(this.user.id);
  protected readonly shown = computed(() =>
    this.sessions.hasValue() ? this.sessions.value().items : undefined,
  );

  /** Ends one login, or all of them but the one that looks. */
  protected async end(sessionId: string | null): Promise<void> {
    this.busy.set(true);
    try {
      if (sessionId === null) await this.client.endSessions(this.user.id);
      else await this.client.endSession(this.user.id, sessionId);
      this.notifier.done(this.app('sessions.ended'));
    } catch (error) {
      this.notifier.problem(error);
    } finally {
      this.busy.set(false);
      this.sessions.reload();
    }
  }
}
