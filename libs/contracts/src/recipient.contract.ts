import * as z from 'zod';
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
  .meta({ id: 'RecipientState' });
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
  .meta({ id: 'RecipientCounts' });
export type RecipientCounts = z.infer<typeof RecipientCounts>;

/** Ids of recipients are whole numbers that grow with their place in the list. */
export const RecipientId = z.coerce.number().int().positive().meta({ id: 'RecipientId' });
/** Path parameter of `/recipients/:id`. */
export const RecipientIdParam = z.object({ id: RecipientId }).meta({ id: 'RecipientIdParam' });
export type RecipientIdParam = z.infer<typeof RecipientIdParam>;

/** Values of one recipient for the variables of the text, by variable name. */
export const Variables = z
  .record(z.string().max(64), z.string().max(1000))
  .meta({ id: 'Variables' });
export type Variables = z.infer<typeof Variables>;

/** One recipient with what became of it. */
export const RecipientView = z
  .object({
    id: z.int(),
    rowNumber: z.int(),
    /** With stars in the middle for who may not read numbers; empty when the data was erased. */
    phone: z.union([PhoneNumber, MaskedPhoneNumber, z.literal('')]),
    name: z.string().nullable(),
    variables: Variables,
    state: RecipientState,
    /** Stable code of why: of failed, skipped and unknown; null otherwise. */
    reason: z.string().nullable(),
    /** When it came into this state; null while nothing has happened to it. */
    stateSince: Instant.nullable(),
    attempts: z.int(),
    /** Who decided last about it (Tandai terkirim, Kirim ulang, Biarkan) and when. */
    decision: z
      .object({
        kind: z.enum(['mark-sent', 'resend', 'leave']),
        by: z.string(),
        at: Instant,
      })
      .nullable(),
  })
  .meta({ id: 'RecipientView' });
export type RecipientView = z.infer<typeof RecipientView>;

/** One page of recipients in the order of their list. */
export const RecipientPage = pageOf(RecipientView, 'RecipientPage');
export type RecipientPage = z.infer<typeof RecipientPage>;

/** `search` matches part of a name or of a number. */
export const RecipientFilter = PageQuery.extend({
  state: RecipientState.optional(),
  search: z.string().trim().max(100).optional(),
}).meta({ id: 'RecipientFilter' });
export type RecipientFilter = z.infer<typeof RecipientFilter>;

/** Correct one recipient of a draft. */
export const RecipientUpdate = z
  .object({
    phone: z.string().trim().min(1).max(40),
    name: z.string().trim().max(200).nullable(),
    variables: Variables,
  })
  .meta({ id: 'RecipientUpdate' });
export type RecipientUpdate = z.infer<typeof RecipientUpdate>;

/** A person's decision about recipients that are `failed` or `unknown`. */
export const RecipientDecision = z
  .object({ kind: z.enum(['mark-sent', 'resend', 'leave']) })
  .meta({ id: 'RecipientDecision' });
export type RecipientDecision = z.infer<typeof RecipientDecision>;

/** Kirim ulang yang gagal: how many recipients went back to the queue. */
export const ResendResult = z
  .object({ resent: z.int(), broadcastId: Id })
  .meta({ id: 'ResendResult' });
export type ResendResult = z.infer<typeof ResendResult>;
