import { HttpCode, SerializeOptions, applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import * as z from 'zod';

/**
 * What a route answers when all goes well: its HTTP status, the schema that its answer is stripped by
 * (only what the contract names leaves the server), and the same schema in OpenAPI. An answer that does
 * not fit its schema is a fault of ours and becomes REQUEST.UNEXPECTED.
 */
export const Returns = (schema: z.core.$ZodType, status = 200) =>
  applyDecorators(
    HttpCode(status),
    // The serialiser goes through the items of an array itself.
    SerializeOptions({
      schema: schema instanceof z.core.$ZodArray ? schema._zod.def.element : schema,
    }),
    ApiResponse({ status, description: describe(status), standardSchema: schema }),
  );

/** A route that answers 204 without a body. */
export const ReturnsNothing = () =>
  applyDecorators(HttpCode(204), ApiResponse({ status: 204, description: describe(204) }));

/** A route that answers a file or a stream of `mediaType`, written by the route itself. */
export const ReturnsFile = (mediaType: string) =>
  applyDecorators(
    HttpCode(200),
    ApiResponse({
      status: 200,
      description: describe(200),
      content: { [mediaType]: { schema: { type: 'string', format: 'binary' } } },
    }),
  );

const DESCRIPTIONS: Readonly<Record<number, string>> = {
  200: 'Done',
  201: 'Created',
  202: 'Accepted, goes on in the background',
  204: 'Done, nothing to say',
};

const describe = (status: number): string => DESCRIPTIONS[status] ?? 'Done';
