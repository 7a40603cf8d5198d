import * as z from 'zod/mini';
import { BroadcastStatus } from './broadcast.contract.js';
import { Id, Instant, PhoneNumber } from './common.contract.js';
import { RecipientState } from './recipient.contract.js';

/** Cari subjek: whose data is asked for. In the body, so that no address or log holds the number. */
export const SubjectQuery = z
  .object({ phone: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)) })
  .register(z.globalRegistry, { id: 'SubjectQuery' });
export type SubjectQuery = z.infer<typeof SubjectQuery>;

/** One message that a person is a recipient of. */
export const SubjectRecord = z
  .object({
    broadcastId: Id,
    title: z.string(),
    text: z.string(),
    deviceName: z.string(),
    status: BroadcastStatus,
    name: z.nullable(z.string()),
    variables: z.record(z.string(), z.string()),
    state: RecipientState,
    reason: z.nullable(z.string()),
    /** When it came into this state; null while nothing has happened. */
    stateSince: z.nullable(Instant),
    attempts: z.int(),
    /** Waiting or in flight in a message that is being sent: cannot be erased now. */
    blocks: z.boolean(),
  })
  .register(z.globalRegistry, { id: 'SubjectRecord' });
export type SubjectRecord = z.infer<typeof SubjectRecord>;

/** Everything that is kept about a number. */
export const SubjectView = z
  .object({
    phone: PhoneNumber,
    records: z.array(SubjectRecord),
    /** Rows of import reports that name the number: refused ones and duplicates. */
    reportRows: z.int(),
  })
  .register(z.globalRegistry, { id: 'SubjectView' });
export type SubjectView = z.infer<typeof SubjectView>;

/** What was erased. */
export const SubjectErased = z
  .object({ recipients: z.int(), reportRows: z.int() })
  .register(z.globalRegistry, { id: 'SubjectErased' });
export type SubjectErased = z.infer<typeof SubjectErased>;
