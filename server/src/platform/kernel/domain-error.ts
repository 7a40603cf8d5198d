import type { ErrorCode } from '#contracts/error-texts.js';

/** Values that the sentence of an error names. Never a secret: they are shown to the caller. */
export type ErrorParams = Readonly<Record<string, string | number | null>>;

/** One faulty field of a refused request: `pointer` is a JSON pointer into its body. */
export interface FieldFault {
  readonly pointer: string;
  readonly code: ErrorCode;
  readonly params?: ErrorParams;
}

/**
 * An expected refusal: a rule of the domain said no. Carries a stable code and the values its
 * sentence needs, and knows nothing of HTTP; `platform/http` maps the code to a status and to a
 * sentence in the caller's language.
 */
export class DomainError extends Error {
  override readonly name: string = 'DomainError';

  constructor(
    readonly code: ErrorCode,
    readonly params: ErrorParams = {},
    readonly fields: readonly FieldFault[] = [],
  ) {
    super(code);
  }
}
