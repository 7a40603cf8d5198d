import * as z from 'zod/mini';
import { Id, Instant, PageQuery, pageOf } from './common.contract.js';

/**
 * One number that gets no more messages. The number itself is not kept: `hint` shows enough to
 * recognise it, and whoever wants to know whether a number is on the list types it as `search`.
 */
export const DoNotContactEntry = z
  .object({
    id: Id,
    /** Country and last digits, e.g. `+62 ••• 7890`. */
    hint: z.string(),
    /** `opted-out`: the person asked for it (BERHENTI, STOP); `added`: an administrator typed it. */
    reason: z.enum(['opted-out', 'added']),
    at: Instant,
    /** Who added it; null when the person themselves opted out. */
    by: z.nullable(z.string()),
    /** Device that got the wish; null when somebody added it. */
    deviceName: z.nullable(z.string()),
    note: z.nullable(z.string()),
  })
  .register(z.globalRegistry, { id: 'DoNotContactEntry' });
export type DoNotContactEntry = z.infer<typeof DoNotContactEntry>;

/** One page of the list, newest first. */
export const DoNotContactPage = pageOf(DoNotContactEntry, 'DoNotContactPage');
export type DoNotContactPage = z.infer<typeof DoNotContactPage>;

/** `search` is a whole number as a person types it: a part of one finds nothing and is refused. */
export const DoNotContactFilter = z
  .extend(PageQuery, {
    search: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(40))),
  })
  .register(z.globalRegistry, { id: 'DoNotContactFilter' });
export type DoNotContactFilter = z.infer<typeof DoNotContactFilter>;

/** Put a number on the list. `note` says why, for colleagues; it must not name the patient. */
export const DoNotContactAdd = z
  .object({
    phone: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
    note: z._default(z.nullable(z.string().check(z.trim(), z.maxLength(200))), null),
  })
  .register(z.globalRegistry, { id: 'DoNotContactAdd' });
export type DoNotContactAdd = z.infer<typeof DoNotContactAdd>;
