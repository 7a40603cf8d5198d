import { Injectable, inject } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { ProblemError } from '../../core/http/problem-error.js';
import { appTexts } from '../../core/i18n/app-texts.js';
import { injectTexts } from '../../core/i18n/texts.js';

/** How long a message stays, in milliseconds: a success is read at a glance, a problem is not. */
const DONE_STAYS = 5_000;
const PROBLEM_STAYS = 12_000;

/** Short messages at the foot of the page, announced to screen readers. */
@Injectable({ providedIn: 'root' })
export class Notifier {
  private readonly snackBar = inject(MatSnackBar);
  private readonly t = injectTexts(appTexts);

  /** Says that something is done. */
  done(sentence: string): void {
    this.snackBar.open(sentence, undefined, { duration: DONE_STAYS, politeness: 'polite' });
  }

  /** Says what an action outside of a form failed with. */
  problem(error: unknown): void {
    const sentence =
      error instanceof ProblemError
        ? `${error.title}. ${error.detail}`
        : this.t('problem.unexpected');
    this.snackBar.open(sentence, this.t('action.dismiss'), {
      duration: PROBLEM_STAYS,
      politeness: 'assertive',
    });
  }
}
