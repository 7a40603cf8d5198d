import { Component, input, model } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { Control } from './field/control.js';
import { Field } from './field/field.js';
import { FieldError } from './field-error.js';
import { PasswordToggle } from './password-toggle.js';

/** Where a password is typed, with the eye that shows it. */
@Component({
  selector: 'prima-password-field',
  imports: [FieldError, FormField, Field, Control, PasswordToggle],
  template: `
    <prima-field [label]="label()">
      <input
        primaControl
        [autocomplete]="autocomplete()"
        [type]="shown() ? 'text' : 'password'"
        [formField]="field()"
      />
      @if (eye()) {
        <prima-password-toggle primaSuffix [(shown)]="shown" />
      }
      @if (hint(); as hint) {
        <span primaHint>{{ hint }}</span>
      }
      <prima-field-error [field]="field()()" />
    </prima-field>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
  `,
})
export class PasswordField {
  readonly field = input.required<FieldTree<string>>();
  readonly label = input.required<string>();
  readonly hint = input('');
  /** What a password manager fills in. */
  readonly autocomplete = input<'current-password' | 'new-password'>('current-password');
  /** Whether it has an eye of its own; else whoever is bound to `shown` has it. */
  readonly eye = input(true);
  readonly shown = model(false);
}
