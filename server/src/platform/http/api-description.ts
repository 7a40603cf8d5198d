import { Injectable } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import type * as z from 'zod';
import { LiveEvent } from '#contracts/live.contract.js';
import { Problem } from '#contracts/problem.contract.js';
import { addSchemas, convertContract, nameBodies, operationsOf } from './openapi-schemas.js';

/** The API as others read it: OpenAPI, made from the routes and their contracts when first asked for. */
@Injectable()
export class ApiDescription {
  private make: (() => OpenAPIObject) | null = null;
  private made: OpenAPIObject | null = null;

  /** Tells which application is described. */
  of(app: INestApplication): void {
    this.make = () => describeApi(app);
  }

  get document(): OpenAPIObject {
    this.made ??= this.make?.() ?? null;
    if (this.made === null) throw new Error('There is no application to describe');
    return this.made;
  }
}

/** OpenAPI of every route of `app`, with its keys sorted so that a change shows as a small difference. */
function describeApi(app: INestApplication): OpenAPIObject {
  const info = new DocumentBuilder()
    .setTitle('Prima WhatsApp Broadcast')
    .setDescription(
      'Every refusal is `application/problem+json` (RFC 9457) with a stable `code`. `x-access` says who may call: ' +
        '`public`, `login`, or a permission. `x-fresh-proof` marks what is refused with `AUTH.STEP_UP_REQUIRED` ' +
        'unless the caller has shown a short while ago who they are (`POST /api/auth/step-up`); a permission ' +
        'there: only callers who hold it. What changes something needs the header `X-Requested-By`. ' +
        '`GET /api/live` is a stream of server-sent events, each a `LiveEvent`.',
    )
    .setVersion('1')
    .build();
  const document = SwaggerModule.createDocument(app, info, {
    operationIdFactory: (controller, method) =>
      `${controller.replace(/Controller$/u, '')}_${method}`,
    standardSchemaConverter: (contract, { schemaType }) =>
      convertContract(contract as z.core.$ZodType, schemaType),
  });
  addSchemas(document, [Problem, LiveEvent]);
  nameBodies(document);
  for (const operation of operationsOf(document)) {
    operation.responses = { ...(operation.responses as object), default: REFUSAL };
  }
  return sorted(document) as OpenAPIObject;
}

const REFUSAL = {
  description: 'Refused',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inside]) => [key, sorted(inside)]));
}
