import { Component, computed, input, model } from '@angular/core';
import { type FieldTree, type SchemaPath, validate } from '@angular/forms/signals';
import { appTexts } from '../../core/i18n/app-texts.js';
import { type Texts, injectTexts } from '../../core/i18n/texts.js';
import type { id } from '../../core/i18n/id.js';
import { PasswordField } from './password-field.js';
import { SERVER } from './server-errors.js';
import { StrengthMeter } from './strength-meter.js';

/** A new password with its strength, and the same once more: lines of the form around it. */
@Component({
  selector: 'prima-new-password',
  imports: [PasswordField, StrengthMeter],
  template: `
    <prima-password-field
      autocomplete="new-password"
      [label]="t(change() ? 'newPassword.change' : 'newPassword.label')"
      [hint]="t('newPassword.hint')"
      [field]="password()"
      [eye]="eye()"
      [(shown)]="shown"
    />
    @if (rated(); as typed) {
      <prima-strength-meter [password]="typed" />
    }
    <prima-password-field
      autocomplete="new-password"
      [label]="t(change() ? 'newPassword.repeatChange' : 'newPassword.repeat')"
      [field]="repeat()"
      [eye]="false"
      [shown]="shown()"
    />
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class NewPassword {
  readonly password = input.required<FieldTree<string>>();
  readonly repeat = input.required<FieldTree<string>>();
  /** Whether it takes the place of another, which is asked for above. */
  readonly change = input(false);
  /** Whether the first of the two has an eye, for both. */
  readonly eye = input(true);
  readonly shown = model(false);
  protected readonly t = injectTexts(appTexts);

  /** What is typed; nothing once the server refused it, who knows better how easy it is to guess. */
  protected readonly rated = computed(() => {
    const field = this.password()();
    return field.errors().some(({ kind }) => kind === SERVER) ? '' : field.value();
  });
}

/** The rule of a form: what was typed the second time is the same. */
export function repeated(
  password: SchemaPath<string>,
  repeat: SchemaPath<string>,
  t: Texts<typeof id>,
): void {
  validate(repeat, ({ value, valueOf }) =>
    value() === valueOf(password)
      ? undefined
      : { kind: 'mismatch', message: t('newPassword.mismatch') },
  );
}
