import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ProblemError } from '../../../core/http/problem-error.js';
import { appTexts } from '../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { PrimaAction } from '../action-button/prima-action.js';
import { Icon } from '../icon/icon.js';

/** What a page shows when its data could not be read: the server's sentences and a way to retry. */
@Component({
  selector: 'prima-error-state',
  imports: [Icon, MatButton, PrimaAction],
  host: { role: 'alert', class: 'prima-tone-red' },
  template: `
    <prima-icon name="error" />
    <div>
      <strong>{{ problem()?.title ?? t('problem.unexpectedTitle') }}</strong>
      <p>{{ problem()?.detail ?? t('problem.unexpected') }}</p>
      @if (problem()?.requestId; as id) {
        <p class="reference">{{ t('problem.reference', { id }) }}</p>
      }
    </div>
    <button matButton="outlined" primaAction="blue" type="button" (click)="retry.emit()">
      <prima-icon matButtonIcon name="refresh" />{{ t('action.retry') }}
    </button>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 12px;
      align-items: center;
      padding: 16px;
      border-radius: 12px;
      background: var(--prima-tone-container);
    }

    :host > prima-icon {
      color: var(--prima-tone);
    }

    div {
      flex: 1 1 240px;
    }

    p {
      margin: 4px 0 0;
    }

    .reference {
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-small);
    }
  `,
})
export class ErrorState {
  /** What a resource or request failed with. */
  readonly error = input.required<unknown>();
  readonly retry = output();
  protected readonly t = injectTexts(appTexts);
  /** `httpResource` may wrap what the interceptor threw; the cause says it then. */
  protected readonly problem = computed(() => problemIn(this.error()));
}

function problemIn(error: unknown): ProblemError | null {
  if (error instanceof ProblemError) return error;
  return error instanceof Error && error.cause instanceof ProblemError ? error.cause : null;
}
