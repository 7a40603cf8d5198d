import * as z from 'zod';
import { Instant, PageQuery, pageOf } from './common.contract.js';

/** Who did what to which thing, when. Never a phone number, a name of a patient or a text. */
export const AuditEntry = z
  .object({
    id: z.int(),
    at: Instant,
    actor: z.string(),
    action: z.string(),
    subject: z.string(),
    subjectId: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof AuditEntry>;
/** One page of the book, newest first. */
export const AuditPage = pageOf(AuditEntry, 'AuditPage');
export type AuditPage = z.infer<typeof AuditPage>;
/** Query of the book: everything, or what was done to one kind of thing or one thing. */
export const AuditFilter = PageQuery.extend({
  subject: z.string().max(40).optional(),
  subjectId: z.string().max(40).optional(),
}).meta({ id: 'AuditFilter' });
export type AuditFilter = z.infer<typeof AuditFilter>;
