import { Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { Control } from './field/control.js';
import { Field } from './field/field.js';
import { appTexts } from '../../core/i18n/app-texts.js';
import { injectTexts } from '../../core/i18n/texts.js';
import { FieldError } from './field-error.js';

/** Where a code is typed. Phones offer the digits for the application's codes, and letters for recovery codes. */
@Component({
  selector: 'prima-code-field',
  imports: [FieldError, FormField, Field, Control],
  template: `
    <prima-field [label]="t(recovery() ? 'code.recoveryLabel' : 'code.label')">
      <input
        primaControl
        autocomplete="one-time-code"
        autocapitalize="characters"
        spellcheck="false"
        [attr.inputmode]="recovery() ? 'text' : 'numeric'"
        [formField]="field()"
      />
      @if (!recovery()) {
        <span primaHint>{{ t('code.hint') }}</span>
      }
      <prima-field-error [field]="field()()" />
    </prima-field>
  `,
  styles: `
    prima-field {
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
