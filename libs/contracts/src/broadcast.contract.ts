import * as z from 'zod';
import { AttachmentView } from './attachment.contract.js';
import { DeviceStatus, EngineKind } from './device.contract.js';
import { Id, Instant, PageQuery, pageOf } from './common.contract.js';
import { RecipientCounts, RecipientId } from './recipient.contract.js';
import { ImportSource } from './recipient-import.contract.js';

/** Where a broadcast stands; from `sending` on it follows its run. */
export const BroadcastStatus = z
  .enum(['draft', 'confirmed', 'sending', 'paused', 'finished', 'cancelled'])
  .meta({ id: 'BroadcastStatus' });
export type BroadcastStatus = z.infer<typeof BroadcastStatus>;

/** Judul: optional on the screen, so it may be empty; the list then shows the first line. */
export const BroadcastTitle = z.string().trim().max(120).meta({ id: 'BroadcastTitle' });

/** Text with variables such as `{nama}`. WhatsApp's own limit for a text is 65,536 characters. */
export const MessageText = z.string().trim().min(1).max(4096).meta({ id: 'MessageText' });

/** WhatsApp's own limit for the text below a file, in characters. */
export const CAPTION_LIMIT = 1024;

/** A text, or the caption of a file; how long it must and may be says {@link refineText}. */
const TextOrCaption = z.string().trim().max(4096);

/** A file that was uploaded before; null when the message is a text alone. */
const AttachmentId = Id.nullable().default(null);

/**
 * What a text must be depends on the file beside it: with one it is a caption, which may be empty and
 * has a limit of its own; without one it is the message. Forms use it as the contracts do.
 */
export function refineText(
  { text, attachmentId }: { readonly text: string; readonly attachmentId: string | null },
  context: z.RefinementCtx,
): void {
  const origin = 'string';
  const at = { path: ['text'], input: text, inclusive: true };
  if (attachmentId === null && text === '') {
    context.addIssue({ code: 'too_small', origin, minimum: 1, ...at });
  }
  if (attachmentId !== null && text.length > CAPTION_LIMIT) {
    context.addIssue({ code: 'too_big', origin, maximum: CAPTION_LIMIT, ...at });
  }
}

const BroadcastContent = z.object({
  title: BroadcastTitle,
  deviceId: Id,
  text: TextOrCaption,
  attachmentId: AttachmentId,
  recipientImportId: Id,
});

/**
 * Tambah Pesan: a text, perhaps a file, the device that sends it, and a list of recipients that was
 * read before.
 */
export const BroadcastCreate = BroadcastContent.superRefine(refineText).meta({
  id: 'BroadcastCreate',
});
export type BroadcastCreate = z.infer<typeof BroadcastCreate>;

/** `revision` is the one that was edited: an edit of an older one is refused, not merged. */
export const BroadcastUpdate = BroadcastContent.extend({ revision: z.int() })
  .superRefine(refineText)
  .meta({ id: 'BroadcastUpdate' });
export type BroadcastUpdate = z.infer<typeof BroadcastUpdate>;

/** A person and a moment. */
export const ByWhen = z.object({ by: z.string(), at: Instant }).meta({ id: 'ByWhen' });

/** Why sending that is under way holds back by itself. */
export const WaitingReason = z
  .enum(['send-hours', 'daily-cap', 'long-pause'])
  .meta({ id: 'WaitingReason' });
export type WaitingReason = z.infer<typeof WaitingReason>;

/** What sending is doing: exists from the first Kirim on. */
export const RunView = z
  .object({
    state: z.enum(['sending', 'paused', 'finished', 'cancelled']),
    /** Stable code of why it is paused; null when a person pressed Jeda or it is not paused. */
    pauseReason: z.string().nullable(),
    /**
     * It is sending, but holds back until then to keep the number safe, and goes on by itself. Null when
     * it does not, and for a device that sends nothing.
     */
    waiting: z.object({ reason: WaitingReason, until: Instant }).nullable(),
    counts: RecipientCounts,
    total: z.int(),
    started: ByWhen,
    finishedAt: Instant.nullable(),
    /** When the last recipient will be reached at the present pace; null when not sending. */
    estimatedEnd: Instant.nullable(),
  })
  .meta({ id: 'RunView' });
export type RunView = z.infer<typeof RunView>;

/**
 * Four eyes, where the policy as it is now asks for them: whoever confirms is none of the makers. `makers`
 * are the author and the last editor of message, recipients, device and attachment.
 */
export const FourEyesView = z
  .object({
    makers: z.array(z.object({ id: z.string(), name: z.string() })),
    /** Nobody can say who changed it last: then nobody can confirm it. */
    editorsUnknown: z.boolean(),
    /** Its confirmation is by one of the makers, from before the policy: it will not do for Kirim. */
    confirmationLost: z.boolean(),
  })
  .meta({ id: 'FourEyesView' });
export type FourEyesView = z.infer<typeof FourEyesView>;

/** One broadcast as every screen shows it. */
export const BroadcastView = z
  .object({
    id: Id,
    title: z.string(),
    /** Empty only beside an attachment, whose caption it is. */
    text: z.string(),
    attachment: AttachmentView.nullable(),
    device: z.object({
      id: Id,
      name: z.string(),
      phone: z.string(),
      engine: EngineKind,
      /** Null when the device was removed by Hapus Koneksi. */
      status: DeviceStatus.nullable(),
    }),
    status: BroadcastStatus,
    revision: z.int(),
    recipientImportId: Id,
    recipientSource: ImportSource,
    recipientCount: z.int(),
    /** Of those, who are on the do-not-contact list and are skipped: as it stood before sending. */
    optedOutCount: z.int(),
    variableNames: z.array(z.string()),
    confirmed: ByWhen.nullable(),
    /** Why a confirmation was taken back: what was edited, and by whom. */
    unconfirmed: ByWhen.nullable(),
    run: RunView.nullable(),
    /** Null when the policy does not ask for four eyes here, and once it was sent. */
    fourEyes: FourEyesView.nullable(),
    created: ByWhen,
    updatedAt: Instant,
    /** When its text and people were deleted at the end of their retention; the counts stay. */
    purgedAt: Instant.nullable(),
  })
  .meta({ id: 'BroadcastView' });
export type BroadcastView = z.infer<typeof BroadcastView>;

/** One page of broadcasts, newest first. */
export const BroadcastPage = pageOf(BroadcastView, 'BroadcastPage');
export type BroadcastPage = z.infer<typeof BroadcastPage>;

/**
 * Query of the list; `search` matches part of the title or of the text. `awaiting=me`: drafts that whoever asks may
 * confirm also under four eyes, since others made them.
 */
export const BroadcastFilter = PageQuery.extend({
  status: BroadcastStatus.optional(),
  awaiting: z.literal('me').optional(),
  deviceId: Id.optional(),
  search: z.string().trim().max(100).optional(),
}).meta({ id: 'BroadcastFilter' });
export type BroadcastFilter = z.infer<typeof BroadcastFilter>;

/** Live figures of the landing page. */
export const BroadcastSummary = z
  .object({
    sending: z.int(),
    paused: z.int(),
    confirmed: z.int(),
    drafts: z.int(),
    total: z.int(),
  })
  .meta({ id: 'BroadcastSummary' });
export type BroadcastSummary = z.infer<typeof BroadcastSummary>;

/** Recipients whose text would lack a value, found before Konfirmasi. */
export const MissingValues = z
  .object({
    variable: z.string(),
    recipients: z.int(),
    /** Row numbers of the first of them. */
    firstRows: z.array(z.int()),
    /** A variable of the list that was probably meant; null when none is near. */
    suggestion: z.string().nullable(),
  })
  .meta({ id: 'MissingValues' });
export type MissingValues = z.infer<typeof MissingValues>;

/** A time of day in Asia/Jakarta, such as "07:00". */
const TimeOfDay = z.string().regex(/^\d\d:\d\d$/);

/** What keeps the number of a device safe, as far as it bears on when sending ends. */
export const SendRules = z
  .object({
    /** Messages go out from the first to the second time of each day; null: at any time. */
    hours: z.object({ from: TimeOfDay, to: TimeOfDay }).nullable(),
    /** Messages that the number may send on the day of the estimate; null: any number of them. */
    dailyCap: z.int().nullable(),
    /** The cap of today is lower than usual, since the number has not sent on enough days yet. */
    warmingUp: z.boolean(),
    /** Messages that count against today's cap already, test messages too; 0 when there is no cap. */
    sentToday: z.int(),
    /** Days in Asia/Jakarta on which messages go out until the end, the queue of the device included. */
    days: z.int(),
  })
  .meta({ id: 'SendRules' });
export type SendRules = z.infer<typeof SendRules>;

/** When sending would end at the device's pace and rules, and whether that is in the night. */
export const SendEstimate = z
  .object({
    /** Those who will be sent to: without the ones who opted out. */
    recipients: z.int(),
    gapSeconds: z.object({ min: z.number(), max: z.number() }),
    /** When the device hands over next: now, or later where a rule holds it back. */
    startsAt: Instant,
    estimatedEnd: Instant,
    rules: SendRules,
    /** Messages would go out outside 07.00–20.00 Asia/Jakarta: never where send hours forbid it. */
    inTheNight: z.boolean(),
    /** Recipients of running broadcasts of the same device that come first. */
    queuedBefore: z.int(),
  })
  .meta({ id: 'SendEstimate' });
export type SendEstimate = z.infer<typeof SendEstimate>;

/** What an estimate is asked about while the message is still being written. */
export const SendEstimateQuery = z
  .object({ deviceId: Id, recipients: z.coerce.number().int().min(1).max(1_000_000) })
  .meta({ id: 'SendEstimateQuery' });
export type SendEstimateQuery = z.infer<typeof SendEstimateQuery>;

/** Everything that a person checks before Konfirmasi and Kirim. */
export const BroadcastReview = z
  .object({
    missing: z.array(MissingValues),
    /** Recipients who opted out and are skipped. */
    optedOut: z.int(),
    estimate: SendEstimate,
  })
  .meta({ id: 'BroadcastReview' });
export type BroadcastReview = z.infer<typeof BroadcastReview>;

/** Konfirmasi of exactly the revision that the person saw. */
export const ConfirmRequest = z.object({ revision: z.int() }).meta({ id: 'ConfirmRequest' });
export type ConfirmRequest = z.infer<typeof ConfirmRequest>;

/** Path parameters of `/broadcasts/:id/recipients/:recipientId`. */
export const BroadcastRecipientParam = z
  .object({ id: Id, recipientId: RecipientId })
  .meta({ id: 'BroadcastRecipientParam' });
export type BroadcastRecipientParam = z.infer<typeof BroadcastRecipientParam>;

/** "Coba dengan perangkat latihan": the message that was made, ready to be confirmed. */
export const PracticeTourResult = z.object({ broadcastId: Id }).meta({ id: 'PracticeTourResult' });
export type PracticeTourResult = z.infer<typeof PracticeTourResult>;

/** "Kirim tes ke nomor saya": the preview of one recipient, to one number. */
export const TestSendRequest = z
  .object({
    deviceId: Id,
    text: TextOrCaption,
    attachmentId: AttachmentId,
    phone: z.string().trim().min(1).max(40),
    values: z.record(z.string().max(64), z.string().max(1000)),
  })
  .superRefine(refineText)
  .meta({ id: 'TestSendRequest' });
export type TestSendRequest = z.infer<typeof TestSendRequest>;

/** What became of a test message, and the number that was understood (E.164). */
export const TestSendResult = z
  .object({
    outcome: z.enum(['accepted', 'refused', 'unknown']),
    reason: z.string().nullable(),
    phone: z.string(),
  })
  .meta({ id: 'TestSendResult' });
export type TestSendResult = z.infer<typeof TestSendResult>;
