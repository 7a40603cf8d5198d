import type { Broadcast } from '../../domain/broadcast.js';
import type { BroadcastRow } from './broadcast.row.js';

/** The row of a broadcast. */
export function toRow(broadcast: Broadcast): BroadcastRow {
  const { confirmation, unconfirmed, created, ...same } = broadcast;
  return {
    ...same,
    confirmedById: confirmation?.byId ?? null,
    confirmedBy: confirmation?.by ?? null,
    confirmedAt: confirmation?.at ?? null,
    confirmedHash: confirmation?.hash ?? null,
    unconfirmedBy: unconfirmed?.by ?? null,
    unconfirmedAt: unconfirmed?.at ?? null,
    createdById: created.byId,
    createdBy: created.by,
    createdAt: created.at,
  };
}

/** The broadcast of a row. */
export function toBroadcast(row: BroadcastRow): Broadcast {
  return {
    id: row.id,
    title: row.title,
    text: row.text,
    attachmentId: row.attachmentId,
    deviceId: row.deviceId,
    recipientImportId: row.recipientImportId,
    revision: row.revision,
    confirmation: confirmationOf(row),
    unconfirmed:
      row.unconfirmedBy !== null && row.unconfirmedAt !== null
        ? { by: row.unconfirmedBy, at: row.unconfirmedAt }
        : null,
    created: { byId: row.createdById, by: row.createdBy, at: row.createdAt },
    updatedAt: row.updatedAt,
    editors: row.editors,
    purgedAt: row.purgedAt,
  };
}

function confirmationOf(row: BroadcastRow): Broadcast['confirmation'] {
  const { confirmedById: byId, confirmedBy: by, confirmedAt: at, confirmedHash: hash } = row;
  return byId !== null && by !== null && at !== null && hash !== null
    ? { byId, by, at, hash }
    : null;
}
