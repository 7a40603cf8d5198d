import * as z from 'zod/mini';
import {
  Id,
  Instant,
  MaskedPhoneNumber,
  PageQuery,
  PhoneNumber,
  pageOf,
} from './common.contract.js';

/** State of one recipient. Each recipient is in exactly one, and the counts add up. */
export const RecipientState = z
  .enum([
    'pending',
    'sending',
    'sent',
    'delivered',
    'read',
    'failed',
    'skipped',
    'unknown',
    'cancelled',
  ])
  .register(z.globalRegistry, { id: 'RecipientState' });
export type RecipientState = z.infer<typeof RecipientState>;

/** Number of recipients in each state. */
export const RecipientCounts = z
  .object({
    pending: z.int(),
    sending: z.int(),
    sent: z.int(),
    delivered: z.int(),
    read: z.int(),
    failed: z.int(),
    skipped: z.int(),
    unknown: z.int(),
    cancelled: z.int(),
  })
  .register(z.globalRegistry, { id: 'RecipientCounts' });
export type RecipientCounts = z.infer<typeof RecipientCounts>;

/** Ids of recipients are whole numbers that grow with their place in the list. */
export const RecipientId = z.coerce
  .number()
  .check(z.int(), z.positive())
  .register(z.globalRegistry, { id: 'RecipientId' });
/** Path parameter of `/recipients/:id`. */
export const RecipientIdParam = z
  .object({ id: RecipientId })
  .register(z.globalRegistry, { id: 'RecipientIdParam' });
export type RecipientIdParam = z.infer<typeof RecipientIdParam>;

/** Values of one recipient for the variables of the text, by variable name. */
export const Variables = z
  .record(z.string().check(z.maxLength(64)), z.string().check(z.maxLength(1000)))
  .register(z.globalRegistry, { id: 'Variables' });
export type Variables = z.infer<typeof Variables>;

/** One recipient with what became of it. */
export const RecipientView = z
  .object({
    id: z.int(),
    rowNumber: z.int(),
    /** With stars in the middle for who may not read numbers; empty when the data was erased. */
    phone: z.union([PhoneNumber, MaskedPhoneNumber, z.literal('')]),
    name: z.nullable(z.string()),
    variables: Variables,
    state: RecipientState,
    /** Stable code of why: of failed, skipped and unknown; null otherwise. */
    reason: z.nullable(z.string()),
    /** When it came into this state; null while nothing has happened to it. */
    stateSince: z.nullable(Instant),
    attempts: z.int(),
    /** Who decided last about it (Tandai terkirim, Kirim ulang, Biarkan) and when. */
    decision: z.nullable(
      z.object({
        kind: z.enum(['mark-sent', 'resend', 'leave']),
        by: z.string(),
        at: Instant,
      }),
    ),
  })
  .register(z.globalRegistry, { id: 'RecipientView' });
export type RecipientView = z.infer<typeof RecipientView>;

/** One page of recipients in the order of their list. */
export const RecipientPage = pageOf(RecipientView, 'RecipientPage');
export type RecipientPage = z.infer<typeof RecipientPage>;

/** `search` matches part of a name or of a number. */
export const RecipientFilter = z
  .extend(PageQuery, {
    state: z.optional(RecipientState),
    search: z.optional(z.string().check(z.trim(), z.maxLength(100))),
  })
  .register(z.globalRegistry, { id: 'RecipientFilter' });
export type RecipientFilter = z.infer<typeof RecipientFilter>;

/** Correct one recipient of a draft. */
export const RecipientUpdate = z
  .object({
    phone: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
    name: z.nullable(z.string().check(z.trim(), z.maxLength(200))),
    variables: Variables,
  })
  .register(z.globalRegistry, { id: 'RecipientUpdate' });
export type RecipientUpdate = z.infer<typeof RecipientUpdate>;

/** A person's decision about recipients that are `failed` or `unknown`. */
export const RecipientDecision = z
  .object({ kind: z.enum(['mark-sent', 'resend', 'leave']) })
  .register(z.globalRegistry, { id: 'RecipientDecision' });
export type RecipientDecision = z.infer<typeof RecipientDecision>;

/** Kirim ulang yang gagal: how many recipients went back to the queue. */
export const ResendResult = z
  .object({ resent: z.int(), broadcastId: Id })
  .register(z.globalRegistry, { id: 'ResendResult' });
export type ResendResult = z.infer<typeof ResendResult>;
