import fc from 'fast-check';
import * as z from 'zod/mini';

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** Longest text and list that is made unless a contract wants longer ones. */
const LONGEST = 40;

/** What some contracts want of a text beyond its pattern. */
const SENSIBLE = ['https://prima.example.org', '081200000001', 'gajah ungu makan pepaya'];

/** Values as a contract describes its input, and now and then something beside it. */
export function arbitraryOf(schema: z.ZodMiniType): fc.Arbitrary<unknown> {
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  return valueOf(root, root.$defs ?? {});
}

type Definitions = Readonly<Record<string, JsonSchema | boolean>>;

function valueOf(
  schema: JsonSchema | boolean | undefined,
  defs: Definitions,
): fc.Arbitrary<unknown> {
  if (schema === undefined || typeof schema === 'boolean') return fc.jsonValue({ maxDepth: 1 });
  if (schema.$ref !== undefined) return valueOf(defs[schema.$ref.split('/').at(-1) ?? ''], defs);
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => valueOf(choice, defs)));
  if (Array.isArray(schema.type)) {
    return fc.oneof(...schema.type.map((type) => valueOf({ ...schema, type }, defs)));
  }
  switch (schema.type) {
    case 'string':
      return textOf(schema);
    case 'integer':
      return fc.integer({ min: least(schema, -1_000_000), max: most(schema, 1_000_000) });
    case 'number':
      return fc.double({ min: least(schema, -1e9), max: most(schema, 1e9), noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return listOf(schema, defs);
    case 'object':
      return recordOf(schema, defs);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}

const least = ({ minimum, exclusiveMinimum }: JsonSchema, otherwise: number): number =>
  Math.max(
    minimum ?? (exclusiveMinimum === undefined ? otherwise : Number(exclusiveMinimum) + 1),
    -(2 ** 31),
  );
const most = ({ maximum }: JsonSchema, otherwise: number): number =>
  Math.min(maximum ?? otherwise, 2 ** 31 - 1);

function textOf({ pattern, minLength = 0, maxLength = LONGEST }: JsonSchema): fc.Arbitrary<string> {
  const longest = Math.min(maxLength, minLength + LONGEST);
  const free = fc.string({ unit: 'grapheme', minLength, maxLength: longest });
  if (pattern === undefined) {
    return fc.oneof(
      { weight: 9, arbitrary: free },
      { weight: 1, arbitrary: fc.constantFrom(...SENSIBLE) },
    );
  }
  return fc.oneof({ weight: 40, arbitrary: matching(pattern) }, { weight: 1, arbitrary: free });
}

const byPattern = new Map<string, fc.Arbitrary<string>>();

/** Texts of a pattern; taking patterns apart is slow, and a few come again and again. */
function matching(pattern: string): fc.Arbitrary<string> {
  const known = byPattern.get(pattern) ?? fc.stringMatching(new RegExp(pattern, 'u'));
  byPattern.set(pattern, known);
  return known;
}

function listOf(
  { items, prefixItems, minItems = 0, maxItems = 4 }: JsonSchema,
  defs: Definitions,
): fc.Arbitrary<unknown> {
  if (prefixItems) return fc.tuple(...prefixItems.map((item) => valueOf(item as JsonSchema, defs)));
  return fc.array(valueOf(items as JsonSchema, defs), {
    minLength: minItems,
    maxLength: Math.min(maxItems, minItems + 4),
  });
}

function recordOf(schema: JsonSchema, defs: Definitions): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties, propertyNames } = schema;
  const known = Object.entries(properties).map(
    ([name, value]) => [name, valueOf(value as JsonSchema, defs)] as const,
  );
  const named = fc.record(Object.fromEntries(known), {
    requiredKeys: required.filter((name) => name in properties),
  });
  if (typeof additionalProperties !== 'object') return named;
  const keys =
    propertyNames === undefined
      ? fc.string({ maxLength: 10 })
      : (valueOf(propertyNames, defs) as fc.Arbitrary<string>);
  const more = fc.dictionary(keys, valueOf(additionalProperties, defs), {
    maxKeys: 3,
  });
  return fc.tuple(more, named).map(([some, rest]) => ({ ...some, ...(rest as object) }));
}
