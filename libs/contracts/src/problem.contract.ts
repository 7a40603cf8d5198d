import * as z from 'zod/mini';

/** One fault of one field: `pointer` is a JSON pointer (RFC 6901) into the request body or query. */
export const ProblemField = z
  .object({ pointer: z.string(), code: z.string(), message: z.string() })
  .register(z.globalRegistry, { id: 'ProblemField' });
export type ProblemField = z.infer<typeof ProblemField>;

/**
 * Body of every refusal (RFC 9457, `application/problem+json`). `code` is stable and what programs
 * read; `title` and `detail` are sentences for people in the language of `Accept-Language`;
 * `params` are the values that those sentences name.
 */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    instance: z.optional(z.string()),
    requestId: z.string(),
    params: z.optional(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
    errors: z.optional(z.array(ProblemField)),
  })
  .register(z.globalRegistry, { id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
