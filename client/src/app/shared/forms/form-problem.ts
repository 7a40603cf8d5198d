import { Component, computed, input } from '@angular/core';
import type { ReadonlyFieldState } from '@angular/forms/signals';
import { Icon } from '../ui/icon/icon.js';
import { SERVER } from './server-errors.js';

/** The refusal of a whole form, above its buttons; nothing when there is none. */
@Component({
  selector: 'prima-form-problem',
  imports: [Icon],
  host: { role: 'alert', class: 'prima-tone-red' },
  template: `
    @if (sentence()) {
      <p><prima-icon name="error" />{{ sentence() }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
    }

    p {
      display: flex;
      gap: 8px;
      align-items: center;
      margin: 0 0 12px;
      padding: 10px 12px;
      border-radius: 6px;
      background: var(--prima-tone-container);
      color: var(--prima-tone);
      font: var(--mat-sys-body-medium);
    }
  `,
})
export class FormProblem {
  /** State of the root of the form: `[form]="form()"`. */
  readonly form = input.required<ReadonlyFieldState<unknown>>();
  protected readonly sentence = computed(
    () =>
      this.form()
        .errors()
        .find((error) => error.kind === SERVER)?.message ?? '',
  );
}
