import { Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { appTexts } from '../../core/i18n/app-texts.js';
import { injectTexts } from '../../core/i18n/texts.js';
import { FieldError } from './field-error.js';

/** Where a code is typed. Phones offer the digits for the application's codes, and letters for recovery codes. */
@Component({
  selector: 'prima-code-field',
  imports: [FieldError, FormField, MatFormFieldModule, MatInput],
  template: `
    <mat-form-field appearance="outline" subscriptSizing="dynamic">
      <mat-label>{{ t(recovery() ? 'code.recoveryLabel' : 'code.label') }}</mat-label>
      <input
        matInput
        autocomplete="one-time-code"
        autocapitalize="characters"
        spellcheck="false"
        [attr.inputmode]="recovery() ? 'text' : 'numeric'"
        [formField]="field()"
      />
      @if (!recovery()) {
        <mat-hint>{{ t('code.hint') }}</mat-hint>
      }
      <mat-error><prima-field-error [field]="field()()" /></mat-error>
    </mat-form-field>
  `,
  styles: `
    mat-form-field {
      width: 100%;
    }
  `,
})
export class CodeField {
  readonly field = input.required<FieldTree<string>>();
  /** Whether a recovery code is asked for in place of the application's. */
  readonly recovery = input(false);
  protected readonly t = injectTexts(appTexts);
}
