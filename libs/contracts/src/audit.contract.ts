import * as z from 'zod';
import { Instant, PageQuery, pageOf } from './common.contract.js';

/** Who did what to which thing, when. Never a phone number, a name of a patient or a text. */
export const AuditEntry = z
  .object({
    id: z.int(),
    at: Instant,
    actorId: z.string(),
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

const Wanted = z.object({
  /** Who did it. */
  actorId: z.string().max(36).optional(),
  action: z.string().max(64).optional(),
  subject: z.string().max(40).optional(),
  subjectId: z.string().max(40).optional(),
  /** From this moment on. */
  from: Instant.optional(),
  /** Before this moment. */
  until: Instant.optional(),
});
/** Which entries are to be downloaded. */
export const AuditSelection = Wanted.meta({ id: 'AuditSelection' });
export type AuditSelection = z.infer<typeof AuditSelection>;
/** Query of the book: everything, or what somebody did, of one kind, to one thing, in a time. */
export const AuditFilter = PageQuery.extend(Wanted.shape).meta({ id: 'AuditFilter' });
export type AuditFilter = z.infer<typeof AuditFilter>;

/** What the book can be filtered by: what is in it. */
export const AuditChoices = z
  .object({
    /** By their latest name, in the order of the alphabet. */
    people: z.array(z.object({ id: z.string(), name: z.string() })),
    actions: z.array(z.string()),
    subjects: z.array(z.string()),
  })
  .meta({ id: 'AuditChoices' });
export type AuditChoices = z.infer<typeof AuditChoices>;
