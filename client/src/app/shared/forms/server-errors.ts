import type { FieldTree, ValidationError } from '@angular/forms/signals';
import { ProblemError } from '../../core/http/problem-error.js';

/** Kind of the errors that come from the server, in a form's `errors()`. */
export const SERVER = 'server';

/**
 * A refusal as the errors of a form: each fault of a field that the form
 * has goes to that field, anything else becomes an error of the whole form (see `FormProblem`).
 * Anything but a `ProblemError` is a mistake of ours and is thrown again.
 */
export function serverErrors<T>(
  error: unknown,
  form: FieldTree<T>,
): ValidationError.WithOptionalFieldTree[] {
  if (!(error instanceof ProblemError)) throw error;
  const ofFields = error.fields.flatMap(({ pointer, message }) => {
    const field = fieldAt(form, pointer);
    return field ? [{ kind: SERVER, message, fieldTree: field }] : [];
  });
  if (ofFields.length > 0) return ofFields;
  return [{ kind: SERVER, message: error.detail || error.title }];
}

/** The field that a JSON pointer (RFC 6901) names in `form`; null when the form has none there. */
function fieldAt<T>(form: FieldTree<T>, pointer: string): FieldTree<unknown> | null {
  const steps = pointer.split('/').slice(1);
  if (steps.length === 0) return null;
  let at: unknown = form;
  for (const step of steps) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    at = (at as Record<string, unknown> | undefined)?.[name];
    if (at === undefined) return null;
  }
  return at as FieldTree<unknown>;
}
