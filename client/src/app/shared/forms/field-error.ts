import { Component, computed, input } from '@angular/core';
import type { ReadonlyFieldState, ValidationError } from '@angular/forms/signals';
import { appTexts } from '../../core/i18n/app-texts.js';
import { type Texts, injectTexts } from '../../core/i18n/texts.js';
import type { id } from '../../core/i18n/id.js';

/** The parts of a zod issue that choose its sentence (zod 4, `$ZodIssueBase` and its kinds). */
interface ZodIssue {
  readonly code?: unknown;
  readonly origin?: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
}

/**
 * The first fault of a field as one sentence, for inside a `<prima-field>`. Sentences of the server stand
 * as they came; those of the shared schema are worded here, unless the page has a better one.
 */
@Component({
  selector: 'prima-field-error',
  template: '{{ sentence() }}',
})
export class FieldError {
  readonly field = input.required<ReadonlyFieldState<unknown>>();
  /** What to say in place of the general sentence when the schema refuses the value. */
  readonly hint = input<string>('');
  private readonly t = injectTexts(appTexts);

  protected readonly sentence = computed(() => {
    const [error] = this.field().errors();
    return error ? this.wordOf(error) : '';
  });

  private wordOf(error: ValidationError): string {
    if (error.kind !== 'standardSchema') return error.message ?? this.t('field.invalid');
    const isBlank = this.field().value() === '';
    if (isBlank) return this.t('field.required');
    return this.hint() || wordOfIssue((error as { issue?: ZodIssue }).issue ?? {}, this.t);
  }
}

function wordOfIssue(issue: ZodIssue, t: Texts<typeof id>): string {
  const ofText = issue.origin === 'string';
  if (issue.code === 'too_small' && typeof issue.minimum === 'number') {
    const min = issue.minimum;
    if (ofText && min === 1) return t('field.required');
    return ofText ? t('field.tooShort', { min }) : t('field.tooSmall', { min });
  }
  if (issue.code === 'too_big' && typeof issue.maximum === 'number') {
    const max = issue.maximum;
    return ofText ? t('field.tooLong', { max }) : t('field.tooBig', { max });
  }
  return t('field.invalid');
}
