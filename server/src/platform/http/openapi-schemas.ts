import type { OpenAPIObject } from '@nestjs/swagger';
import * as z from 'zod';

type Schema = Readonly<Record<string, unknown>>;
type Schemas = Readonly<Record<string, Schema>>;

/** A schema and the named schemas that it refers to. */
export interface ConvertedSchema {
  readonly schema: Schema;
  readonly components: Schemas;
}

/**
 * A contract as OpenAPI. What is asked for comes with its fields at the top, under its name as `title`:
 * queries and paths are described field by field. What is answered comes as a reference to its name.
 */
export function convertContract(
  contract: z.core.$ZodType,
  io: 'input' | 'output',
): ConvertedSchema {
  const { $schema: _, ...converted } = z.toJSONSchema(contract, { target: 'openapi-3.0', io });
  const { definitions, ...schema } = converted as Schema & { definitions?: Schemas };
  const components = definitions ?? {};
  const name = /^#\/definitions\/(.+)$/u.exec(String(schema.$ref))?.[1];
  if (io === 'output' || name === undefined) return { schema, components };
  return { schema: { ...components[name], title: name }, components };
}

/** Adds contracts that no route answers as JSON, such as refusals and the events of a stream. */
export function addSchemas(document: OpenAPIObject, contracts: readonly z.core.$ZodType[]): void {
  const added = contracts.map((contract) => convertContract(contract, 'output').components);
  const schemas = Object.assign({}, document.components?.schemas, ...added) as Schemas;
  document.components = { ...document.components, schemas: withReferences(schemas) as never };
}

/** Says a request body by the name of its contract again, which `convertContract` wrote as its title. */
export function nameBodies(document: OpenAPIObject): void {
  const schemas = document.components?.schemas ?? {};
  for (const operation of operationsOf(document)) {
    const body = operation.requestBody as
      { content: Record<string, { schema: { title?: string } | { $ref: string } }> } | undefined;
    for (const media of Object.values(body?.content ?? {})) {
      const title = 'title' in media.schema ? media.schema.title : undefined;
      if (title !== undefined && title in schemas) {
        media.schema = { $ref: `#/components/schemas/${title}` };
      }
    }
  }
}

/** Every operation of every path. */
export function operationsOf(document: OpenAPIObject): Record<string, unknown>[] {
  return Object.values(document.paths).flatMap((path) =>
    Object.values(path as Record<string, Record<string, unknown>>),
  );
}

/** Definitions of JSON Schema are components in OpenAPI. */
const withReferences = (schemas: Schemas): unknown =>
  JSON.parse(JSON.stringify(schemas).replaceAll('"#/definitions/', '"#/components/schemas/'));
