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
export const AuditPage = pageOf(AuditEntry, 'AuditPage');
export type AuditPage = z.infer<typeof AuditPage>;
export const AuditFilter = PageQuery.extend({
  subject: z.string().max(40).optional(),
  subjectId: z.string().max(40).optional(),
}).meta({ id: 'AuditFilter' });
export type AuditFilter = z.infer<typeof AuditFilter>;
