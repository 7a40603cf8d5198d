import type { FieldTree, FormSubmitOptions, ReadonlyFieldTree } from '@angular/forms/signals';
import { serverErrors } from './server-errors.js';

/**
 * `submission` of a signal form: `send` hands the value over and rejects with a `ProblemError` when the
 * server refuses; its faults then stand at their fields, or above the buttons (see `FormProblem`). The
 * focus goes to the first field that is wrong, here or according to the server.
 */
export function submission<T>(send: () => Promise<void>): FormSubmitOptions<T, unknown> {
  return {
    action: async (form) => {
      try {
        await send();
        return undefined;
      } catch (error) {
        const errors = serverErrors(error, form as FieldTree<unknown>);
        focus(errors.find(({ fieldTree }) => fieldTree)?.fieldTree);
        return errors;
      }
    },
    onInvalid: (form) => {
      focus(form().errorSummary()[0]?.fieldTree);
    },
  };
}

function focus(field: ReadonlyFieldTree<unknown> | undefined): void {
  field?.().focusBoundControl();
}
