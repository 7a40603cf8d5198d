import type { TranslocoTranspiler, TranspileParams } from '@jsverse/transloco';

const VALUE = /\{\{\s*(\w+)\s*\}\}/g;

/**
 * Puts values into a sentence once. Transloco's own transpiler reads what it has put in again, so the
 * title of a message that somebody called `{{ name }}` would keep it busy for ever.
 */
export class SinglePassTranspiler implements TranslocoTranspiler {
  /** The sentence with its values; one without a value stays as it stands. */
  transpile({ value, params }: TranspileParams): unknown {
    if (typeof value !== 'string') return value;
    return value.replace(VALUE, (whole, name: string) => {
      const given: unknown = params?.[name];
      return typeof given === 'string' || typeof given === 'number' ? String(given) : whole;
    });
  }
}
