import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { fuzzRuns } from '../../../server/test/support/fuzz.js';
import { arbitraryOf } from '../../../server/test/support/arbitrary-of.js';

const RUNS = fuzzRuns(15);

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.contract.ts'));
const schemas: [name: string, schema: z.ZodMiniType][] = [];
for (const file of files) {
  const module = (await import(join(import.meta.dirname, file))) as Record<string, unknown>;
  for (const [name, value] of Object.entries(module)) {
    if (value instanceof z.ZodMiniType)
      schemas.push([`${file.split('.', 1)[0] ?? ''} ${name}`, value]);
  }
}

const ANYTHING = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSparseArray: true,
    withTypedArray: true,
  }),
  fc.jsonValue(),
  fc.constantFrom(
    { __proto__: null },
    JSON.parse('{"__proto__":{"a":1},"constructor":{"prototype":{}}}'),
  ),
);

describe('contracts, whatever is sent', () => {
  it('are found', () => {
    expect(schemas.length).toBeGreaterThan(60);
  });

  it.each(schemas)(
    '%s: answers or refuses, never throws; what it accepts, it accepts again and alike',
    (_name, schema) => {
      fc.assert(
        fc.property(
          fc.oneof(
            { weight: 4, arbitrary: arbitraryOf(schema) },
            { weight: 1, arbitrary: ANYTHING },
          ),
          (sent) => {
            const first = schema.safeParse(sent);
            if (!first.success) {
              expect(first.error.issues.length).toBeGreaterThan(0);
              return;
            }
            // Over the wire and back: nothing is lost, nothing changes a second time.
            const wire: unknown = JSON.parse(JSON.stringify(first.data));
            const second = schema.safeParse(wire);
            expect(second).toMatchObject({ success: true });
            expect(JSON.stringify(second.data)).toBe(JSON.stringify(first.data));
            expect(({} as Record<string, unknown>)['a']).toBeUndefined();
          },
        ),
        RUNS,
      );
      // Something of what is made is what is wanted, or the property would say nothing.
      const sample = fc.sample(arbitraryOf(schema), { numRuns: 300, seed: RUNS.seed });
      expect(sample.some((sent) => schema.safeParse(sent).success)).toBe(true);
    },
  );
});
