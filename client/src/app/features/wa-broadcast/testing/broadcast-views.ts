import type { AttachmentView } from '#contracts/attachment.contract.js';
import type { BroadcastReview, BroadcastView, RunView } from '#contracts/broadcast.contract.js';
import type { RecipientImportView } from '#contracts/recipient-import.contract.js';
import type { RecipientCounts, RecipientView } from '#contracts/recipient.contract.js';
import { untouched } from '../data/tally.js';

const AT = '2026-11-22T07:20:00.000Z';

/** Id of a message, a list, a device: a UUID that ends in `n`. */
export function idOf(n: number): string {
  return `0190a0a0-0000-7000-8000-${String(n).padStart(12, '0')}`;
}

/** A draft of Poli Anak for 118 recipients. */
export function broadcastView(over: Partial<BroadcastView> = {}): BroadcastView {
  return {
    id: idOf(1),
    title: 'Pengingat kontrol',
    text: 'Yth. {nama}, besok ke {poli}.',
    attachment: null,
    device: {
      id: idOf(2),
      name: 'Poli Anak',
      phone: '+6281200000123',
      engine: 'whatsapp-web',
      status: 'authenticated',
    },
    status: 'draft',
    revision: 3,
    recipientImportId: idOf(4),
    recipientSource: 'excel',
    recipientCount: 118,
    optedOutCount: 0,
    variableNames: ['poli'],
    confirmed: null,
    unconfirmed: null,
    run: null,
    fourEyes: null,
    created: { by: 'Sari Dewi', at: AT },
    updatedAt: AT,
    purgedAt: null,
    ...over,
  };
}

/** Counts of so many recipients that wait, and of those named. */
export function countsOf(over: Partial<RecipientCounts>): RecipientCounts {
  return { ...untouched(0), ...over };
}

/** A sending under way. */
export function runView(over: Partial<RunView> = {}): RunView {
  const counts = over.counts ?? countsOf({ pending: 928, sent: 312 });
  return {
    state: 'sending',
    pauseReason: null,
    waiting: null,
    counts,
    total: Object.values(counts).reduce((sum, count) => sum + count, 0),
    started: { by: 'Sari Dewi', at: AT },
    finishedAt: null,
    estimatedEnd: null,
    ...over,
  };
}

/** Nothing stands against Konfirmasi; sending ends in the night. */
export function reviewView(over: Partial<BroadcastReview['estimate']> = {}): BroadcastReview {
  return {
    missing: [],
    optedOut: 0,
    estimate: {
      recipients: 118,
      gapSeconds: { min: 8, max: 20 },
      startsAt: AT,
      estimatedEnd: '2026-11-26T17:50:00.000Z',
      rules: { hours: null, dailyCap: null, warmingUp: false, sentToday: 0, days: 1 },
      inTheNight: true,
      queuedBefore: 0,
      ...over,
    },
  };
}

/** A recipient who waits. */
export function recipientView(over: Partial<RecipientView> = {}): RecipientView {
  return {
    id: 7,
    rowNumber: 8,
    phone: '+6281200000007',
    name: 'Ibu Sari',
    variables: { poli: 'Poli Anak' },
    state: 'pending',
    reason: null,
    stateSince: null,
    attempts: 0,
    decision: null,
    ...over,
  };
}

/** A list that was read from a file: 118 valid, 2 repeated, 1 rejected. */
export function importView(over: Partial<RecipientImportView> = {}): RecipientImportView {
  return {
    id: idOf(4),
    source: 'excel',
    fileName: 'pasien.xlsx',
    state: 'ready',
    preview: null,
    columns: null,
    variableNames: ['poli'],
    counts: { rows: 121, accepted: 118, rejected: 1, duplicates: 2, optedOut: 0 },
    failure: null,
    createdAt: AT,
    ...over,
  };
}

/** A PDF that goes with a message. */
export function attachmentView(over: Partial<AttachmentView> = {}): AttachmentView {
  return {
    id: idOf(7),
    kind: 'document',
    fileName: 'jadwal.pdf',
    mimeType: 'application/pdf',
    size: 1_258_291,
    createdAt: AT,
    ...over,
  };
}
