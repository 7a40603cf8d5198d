import * as z from 'zod/mini';

/** Identifier of everything but recipients: a UUID (version 7, so that ids sort by age). */
export const Id = z.uuid().register(z.globalRegistry, { id: 'Id' });

/** Path parameters of `/x/:id`. */
export const IdParam = z.object({ id: Id }).register(z.globalRegistry, { id: 'IdParam' });
export type IdParam = z.infer<typeof IdParam>;

/** Moment on the wire: ISO 8601 in UTC, milliseconds, `Z`. Never a `Date`. */
export const Instant = z.iso.datetime().register(z.globalRegistry, { id: 'Instant' });

/** Phone number on the wire: E.164 with its plus sign (ITU-T E.164: at most 15 digits). */
export const PhoneNumber = z
  .string()
  .check(z.regex(/^\+[1-9]\d{4,14}$/))
  .register(z.globalRegistry, { id: 'PhoneNumber' });

/** A number as the server shows it to who may not read it: `+62812****890`. */
export const MaskedPhoneNumber = z
  .string()
  .check(z.regex(/^\+\d{5}\*{4}\d{3}$/))
  .register(z.globalRegistry, { id: 'MaskedPhoneNumber' });

/** Query of a list that is paged by cursor. `cursor` is what the page before said; opaque. */
export const PageQuery = z
  .object({
    cursor: z.optional(z.string().check(z.maxLength(200))),
    limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)), 50),
  })
  .register(z.globalRegistry, { id: 'PageQuery' });
export type PageQuery = z.infer<typeof PageQuery>;

/** One page of `item`; `nextCursor` is null on the last one. */
export function pageOf<T extends z.ZodMiniType>(item: T, id: string) {
  return z
    .object({ items: z.array(item), nextCursor: z.nullable(z.string()) })
    .register(z.globalRegistry, { id });
}
