import * as z from 'zod/mini';
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
  .register(z.globalRegistry, { id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof AuditEntry>;
/** One page of the book, newest first. */
export const AuditPage = pageOf(AuditEntry, 'AuditPage');
export type AuditPage = z.infer<typeof AuditPage>;

const Wanted = z.object({
  /** Who did it. */
  actorId: z.optional(z.string().check(z.maxLength(36))),
  action: z.optional(z.string().check(z.maxLength(64))),
  subject: z.optional(z.string().check(z.maxLength(40))),
  subjectId: z.optional(z.string().check(z.maxLength(40))),
  /** From this moment on. */
  from: z.optional(Instant),
  /** Before this moment. */
  until: z.optional(Instant),
});
/** Which entries are to be downloaded. */
export const AuditSelection = Wanted.register(z.globalRegistry, { id: 'AuditSelection' });
export type AuditSelection = z.infer<typeof AuditSelection>;
/** Query of the book: everything, or what somebody did, of one kind, to one thing, in a time. */
export const AuditFilter = z
  .extend(PageQuery, Wanted.shape)
  .register(z.globalRegistry, { id: 'AuditFilter' });
export type AuditFilter = z.infer<typeof AuditFilter>;

/** What the book can be filtered by: what is in it. */
export const AuditChoices = z
  .object({
    /** By their latest name, in the order of the alphabet. */
    people: z.array(z.object({ id: z.string(), name: z.string() })),
    actions: z.array(z.string()),
    subjects: z.array(z.string()),
  })
  .register(z.globalRegistry, { id: 'AuditChoices' });
export type AuditChoices = z.infer<typeof AuditChoices>;
