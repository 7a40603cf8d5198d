import * as z from 'zod/mini';
import { AttachmentView } from './attachment.contract.js';
import { DeviceStatus, EngineKind } from './device.contract.js';
import { Id, Instant, PageQuery, pageOf } from './common.contract.js';
import { RecipientCounts, RecipientId } from './recipient.contract.js';
import { ImportSource } from './recipient-import.contract.js';

/** Where a broadcast stands; from `sending` on it follows its run. */
export const BroadcastStatus = z
  .enum(['draft', 'confirmed', 'sending', 'paused', 'finished', 'cancelled'])
  .register(z.globalRegistry, { id: 'BroadcastStatus' });
export type BroadcastStatus = z.infer<typeof BroadcastStatus>;

/** Judul: optional on the screen, so it may be empty; the list then shows the first line. */
export const BroadcastTitle = z
  .string()
  .check(z.trim(), z.maxLength(120))
  .register(z.globalRegistry, { id: 'BroadcastTitle' });

/** Text with variables such as `{nama}`. WhatsApp's own limit for a text is 65,536 characters. */
export const MessageText = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(4096))
  .register(z.globalRegistry, { id: 'MessageText' });

/** WhatsApp's own limit for the text below a file, in characters. */
export const CAPTION_LIMIT = 1024;

/** A text, or the caption of a file; how long it must and may be says {@link refineText}. */
export const TextOrCaption = z.string().check(z.trim(), z.maxLength(4096));

/** A file that was uploaded before; null when the message is a text alone. */
export const AttachmentId = z._default(z.nullable(Id), null);

/**
 * What a text must be depends on the file beside it: with one it is a caption, which may be empty and
 * has a limit of its own; without one it is the message. Forms use it as the contracts do.
 */
export function refineText(
  { text, attachmentId }: { readonly text: string; readonly attachmentId: string | null },
  context: z.core.$RefinementCtx,
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
export const BroadcastCreate = BroadcastContent.check(z.superRefine(refineText)).register(
  z.globalRegistry,
  {
    id: 'BroadcastCreate',
  },
);
export type BroadcastCreate = z.infer<typeof BroadcastCreate>;

/** `revision` is the one that was edited: an edit of an older one is refused, not merged. */
export const BroadcastUpdate = z
  .extend(BroadcastContent, { revision: z.int() })
  .check(z.superRefine(refineText))
  .register(z.globalRegistry, { id: 'BroadcastUpdate' });
export type BroadcastUpdate = z.infer<typeof BroadcastUpdate>;

/** A person and a moment. */
export const ByWhen = z
  .object({ by: z.string(), at: Instant })
  .register(z.globalRegistry, { id: 'ByWhen' });

/** Why sending that is under way holds back by itself. */
export const WaitingReason = z
  .enum(['send-hours', 'daily-cap', 'long-pause'])
  .register(z.globalRegistry, { id: 'WaitingReason' });
export type WaitingReason = z.infer<typeof WaitingReason>;

/** What sending is doing: exists from the first Kirim on. */
export const RunView = z
  .object({
    state: z.enum(['sending', 'paused', 'finished', 'cancelled']),
    /** Stable code of why it is paused; null when a person pressed Jeda or it is not paused. */
    pauseReason: z.nullable(z.string()),
    /**
     * It is sending, but holds back until then to keep the number safe, and goes on by itself. Null when
     * it does not, and for a device that sends nothing.
     */
    waiting: z.nullable(z.object({ reason: WaitingReason, until: Instant })),
    counts: RecipientCounts,
    total: z.int(),
    started: ByWhen,
    finishedAt: z.nullable(Instant),
    /** When the last recipient will be reached at the present pace; null when not sending. */
    estimatedEnd: z.nullable(Instant),
  })
  .register(z.globalRegistry, { id: 'RunView' });
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
  .register(z.globalRegistry, { id: 'FourEyesView' });
export type FourEyesView = z.infer<typeof FourEyesView>;

/** One broadcast as every screen shows it. */
export const BroadcastView = z
  .object({
    id: Id,
    title: z.string(),
    /** Empty only beside an attachment, whose caption it is. */
    text: z.string(),
    attachment: z.nullable(AttachmentView),
    device: z.object({
      id: Id,
      name: z.string(),
      phone: z.string(),
      engine: EngineKind,
      /** Null when the device was removed by Hapus Koneksi. */
      status: z.nullable(DeviceStatus),
    }),
    status: BroadcastStatus,
    revision: z.int(),
    recipientImportId: Id,
    recipientSource: ImportSource,
    recipientCount: z.int(),
    /** Of those, who are on the do-not-contact list and are skipped: as it stood before sending. */
    optedOutCount: z.int(),
    variableNames: z.array(z.string()),
    confirmed: z.nullable(ByWhen),
    /** Why a confirmation was taken back: what was edited, and by whom. */
    unconfirmed: z.nullable(ByWhen),
    run: z.nullable(RunView),
    /** Null when the policy does not ask for four eyes here, and once it was sent. */
    fourEyes: z.nullable(FourEyesView),
    created: ByWhen,
    updatedAt: Instant,
    /** When its text and people were deleted at the end of their retention; the counts stay. */
    purgedAt: z.nullable(Instant),
  })
  .register(z.globalRegistry, { id: 'BroadcastView' });
export type BroadcastView = z.infer<typeof BroadcastView>;

/** One page of broadcasts, newest first. */
export const BroadcastPage = pageOf(BroadcastView, 'BroadcastPage');
export type BroadcastPage = z.infer<typeof BroadcastPage>;

/**
 * Query of the list; `search` matches part of the title or of the text. `awaiting=me`: drafts that whoever asks may
 * confirm also under four eyes, since others made them.
 */
export const BroadcastFilter = z
  .extend(PageQuery, {
    status: z.optional(BroadcastStatus),
    awaiting: z.optional(z.literal('me')),
    deviceId: z.optional(Id),
    search: z.optional(z.string().check(z.trim(), z.maxLength(100))),
  })
  .register(z.globalRegistry, { id: 'BroadcastFilter' });
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
  .register(z.globalRegistry, { id: 'BroadcastSummary' });
export type BroadcastSummary = z.infer<typeof BroadcastSummary>;

/** Recipients whose text would lack a value, found before Konfirmasi. */
export const MissingValues = z
  .object({
    variable: z.string(),
    recipients: z.int(),
    /** Row numbers of the first of them. */
    firstRows: z.array(z.int()),
    /** A variable of the list that was probably meant; null when none is near. */
    suggestion: z.nullable(z.string()),
  })
  .register(z.globalRegistry, { id: 'MissingValues' });
export type MissingValues = z.infer<typeof MissingValues>;

/** A time of day in Asia/Jakarta, such as "07:00". */
const TimeOfDay = z.string().check(z.regex(/^\d\d:\d\d$/));

/** What keeps the number of a device safe, as far as it bears on when sending ends. */
export const SendRules = z
  .object({
    /** Messages go out from the first to the second time of each day; null: at any time. */
    hours: z.nullable(z.object({ from: TimeOfDay, to: TimeOfDay })),
    /** Messages that the number may send on the day of the estimate; null: any number of them. */
    dailyCap: z.nullable(z.int()),
    /** The cap of today is lower than usual, since the number has not sent on enough days yet. */
    warmingUp: z.boolean(),
    /** Messages that count against today's cap already, test messages too; 0 when there is no cap. */
    sentToday: z.int(),
    /** Days in Asia/Jakarta on which messages go out until the end, the queue of the device included. */
    days: z.int(),
  })
  .register(z.globalRegistry, { id: 'SendRules' });
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
  .register(z.globalRegistry, { id: 'SendEstimate' });
export type SendEstimate = z.infer<typeof SendEstimate>;

/** What an estimate is asked about while the message is still being written. */
export const SendEstimateQuery = z
  .object({
    deviceId: Id,
    recipients: z.coerce.number().check(z.int(), z.minimum(1), z.maximum(1_000_000)),
  })
  .register(z.globalRegistry, { id: 'SendEstimateQuery' });
export type SendEstimateQuery = z.infer<typeof SendEstimateQuery>;

/** Everything that a person checks before Konfirmasi and Kirim. */
export const BroadcastReview = z
  .object({
    missing: z.array(MissingValues),
    /** Recipients who opted out and are skipped. */
    optedOut: z.int(),
    estimate: SendEstimate,
  })
  .register(z.globalRegistry, { id: 'BroadcastReview' });
export type BroadcastReview = z.infer<typeof BroadcastReview>;

/** Konfirmasi of exactly the revision that the person saw. */
export const ConfirmRequest = z
  .object({ revision: z.int() })
  .register(z.globalRegistry, { id: 'ConfirmRequest' });
export type ConfirmRequest = z.infer<typeof ConfirmRequest>;

/** Path parameters of `/broadcasts/:id/recipients/:recipientId`. */
export const BroadcastRecipientParam = z
  .object({ id: Id, recipientId: RecipientId })
  .register(z.globalRegistry, { id: 'BroadcastRecipientParam' });
export type BroadcastRecipientParam = z.infer<typeof BroadcastRecipientParam>;

/** "Coba dengan perangkat latihan": the message that was made, ready to be confirmed. */
export const PracticeTourResult = z
  .object({ broadcastId: Id })
  .register(z.globalRegistry, { id: 'PracticeTourResult' });
export type PracticeTourResult = z.infer<typeof PracticeTourResult>;
