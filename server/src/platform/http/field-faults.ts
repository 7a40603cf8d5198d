import { errorTexts } from '#contracts/error-texts.js';
import type { ErrorCode } from '#contracts/error-texts.js';
import type { ErrorParams, FieldFault } from '../kernel/domain-error.js';

/** What a schema says about a fault. zod tells more than the standard demands; all of it is optional. */
export interface SchemaIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[];
  /** Kind of fault in zod's words. */
  readonly code?: string;
  /** What was measured: `string`, `number`, `array` … */
  readonly origin?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
}

/** So many faults help a person; a hostile body could have a million. */
const MOST_FAULTS = 50;

/** Faults of `value` for people: which field, by JSON pointer (RFC 6901), and what is wrong with it. */
export function fieldFaults(issues: readonly SchemaIssue[], value: unknown): FieldFault[] {
  return issues.slice(0, MOST_FAULTS).map((issue) => {
    const path = (issue.path ?? []).map((part) => (typeof part === 'object' ? part.key : part));
    return { pointer: pointerOf(path), ...faultOf(issue, valueAt(value, path)) };
  });
}

function faultOf(issue: SchemaIssue, value: unknown): { code: ErrorCode; params?: ErrorParams } {
  if (isErrorCode(issue.message)) return { code: issue.message };
  if (value === undefined || value === null || value === '')
    return { code: 'REQUEST.FIELD_MISSING' };
  const isText = issue.origin === 'string';
  if (!isText && issue.origin !== 'number' && issue.origin !== 'int') {
    return { code: 'REQUEST.FIELD_INVALID' };
  }
  if (issue.code === 'too_small') {
    const minimum = Number(issue.minimum);
    if (isText && minimum === 1) return { code: 'REQUEST.FIELD_MISSING' };
    return {
      code: isText ? 'REQUEST.FIELD_TOO_SHORT' : 'REQUEST.FIELD_TOO_SMALL',
      params: { minimum },
    };
  }
  if (issue.code === 'too_big') {
    const maximum = Number(issue.maximum);
    return {
      code: isText ? 'REQUEST.FIELD_TOO_LONG' : 'REQUEST.FIELD_TOO_LARGE',
      params: { maximum },
    };
  }
  return { code: 'REQUEST.FIELD_INVALID' };
}

/** A contract may name one of our codes as the message of a rule. */
const isErrorCode = (message: string): message is ErrorCode => Object.hasOwn(errorTexts, message);

function pointerOf(path: readonly PropertyKey[]): string {
  return path
    .map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inside, part) =>
      typeof inside === 'object' && inside !== null
        ? (inside as Record<PropertyKey, unknown>)[part]
        : undefined,
    value,
  );
}
