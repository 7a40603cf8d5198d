import type { Database } from '../../../../platform/database/database.js';
import { ClaimRefused } from '../../application/ports/ledger.js';
import type { Claim } from '../../application/ports/ledger.js';

/**
 * The statements of a claim. Each is a compare-and-set: its WHERE states what must still be true, and
 * a claim that fails at any of them is rolled back as a whole by `ClaimRefused`. Rows are locked in
 * the order lane, run, recipient, so that claims cannot deadlock with each other.
 */
export async function writeClaim(database: Database, claim: Claim): Promise<void> {
  const { lease, at, recipientId, broadcastId, messageId } = claim;
  const held = await database.compareAndSet(
    `UPDATE lanes SET next_handover_at = ?, expires_at = ?
     WHERE device_id = ? AND epoch = ? AND holder = ? AND expires_at > ?
       AND (next_handover_at <= ? OR next_handover_at > ?)`,
    [
      claim.nextHandoverAt,
      claim.leaseExpiresAt,
      lease.deviceId,
      lease.epoch,
      lease.holder,
      at,
      at,
      at + claim.maxGap,
    ],
  );
  if (!held) throw new ClaimRefused('lease-lost-or-too-early');
  const sending = await database.compareAndSet(
    `UPDATE runs SET n_pending = n_pending - 1, n_sending = n_sending + 1
     WHERE broadcast_id = ? AND device_id = ? AND state = 'sending'`,
    [broadcastId, lease.deviceId],
  );
  if (!sending) throw new ClaimRefused('run-not-sending');
  const claimed = await database.compareAndSet(
    `UPDATE recipients SET state = 'sending', reason = NULL, state_at = ?, message_id = ?, attempts = ?
     WHERE id = ? AND import_id = ? AND state = 'pending' AND attempts = ?`,
    [at, messageId, claim.attempt, recipientId, claim.importId, claim.attempt - 1],
  );
  if (!claimed) throw new ClaimRefused('recipient-not-pending');
  await database.affectedBy(
    `INSERT INTO attempts (recipient_id, broadcast_id, number, message_id, epoch, claimed_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
    [recipientId, broadcastId, claim.attempt, messageId, lease.epoch, at],
  );
}
