import * as z from 'zod/mini';
import { Id, Instant } from './common.contract.js';

/**
 * Why sending stands still until an administrator releases it. `database-older`: files beside the
 * sessions know of messages that the database does not; `restored`: `npm run restore` was used.
 */
export const SafeModeReason = z
  .enum(['database-older', 'restored'])
  .register(z.globalRegistry, { id: 'SafeModeReason' });
export type SafeModeReason = z.infer<typeof SafeModeReason>;

/** What happened, and what it did. */
export const SafeModeAlarm = z
  .object({
    id: Id,
    reason: SafeModeReason,
    since: Instant,
    /** When the backup was made that was restored; null when nobody knows. */
    backupAt: z.nullable(Instant),
    /** Broadcasts that were paused. */
    broadcasts: z.int(),
    /** Recipients that became `unknown`, since their message may have been sent after the backup. */
    recipients: z.int(),
  })
  .register(z.globalRegistry, { id: 'SafeModeAlarm' });
export type SafeModeAlarm = z.infer<typeof SafeModeAlarm>;

/** Whether the installation is in safe mode: `alarm` is null when all is well. */
export const SafeModeView = z
  .object({ alarm: z.nullable(SafeModeAlarm) })
  .register(z.globalRegistry, { id: 'SafeModeView' });
export type SafeModeView = z.infer<typeof SafeModeView>;

/** Release: the alarm that the person has read, so that a newer one is not released unread. */
export const SafeModeRelease = z
  .object({ id: Id })
  .register(z.globalRegistry, { id: 'SafeModeRelease' });
export type SafeModeRelease = z.infer<typeof SafeModeRelease>;
