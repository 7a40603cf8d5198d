import * as z from 'zod/mini';
import { Id, Instant, PhoneNumber } from './common.contract.js';

/** The seed's three words: not linked / linked but in error / linked and usable. */
export const DeviceStatus = z
  .enum(['disconnected', 'connected', 'authenticated'])
  .register(z.globalRegistry, { id: 'DeviceStatus' });
export type DeviceStatus = z.infer<typeof DeviceStatus>;

/** What drives a device: real WhatsApp, or the practice engine that sends nothing. */
export const EngineKind = z
  .enum(['whatsapp-web', 'practice'])
  .register(z.globalRegistry, { id: 'EngineKind' });
export type EngineKind = z.infer<typeof EngineKind>;

/** Fine state of a session, from which `DeviceStatus` is derived. */
export const SessionState = z
  .enum([
    'unlinked',
    'preparing',
    'waiting-for-scan',
    'code-expired',
    'linking',
    'ready',
    'reconnecting',
    'logged-out',
    'wrong-number',
    'passkey-required',
    'restricted',
    'failed',
  ])
  .register(z.globalRegistry, { id: 'SessionState' });
export type SessionState = z.infer<typeof SessionState>;

/** Name of a device as people remember it, e.g. "Poli Anak". */
export const DeviceName = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(60))
  .register(z.globalRegistry, { id: 'DeviceName' });

/** Tambah Device. `phone` as typed: 08…, 62…, +62…, with spaces or dashes. */
export const DeviceCreate = z
  .object({
    name: DeviceName,
    phone: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
    engine: z._default(EngineKind, 'whatsapp-web'),
  })
  .register(z.globalRegistry, { id: 'DeviceCreate' });
export type DeviceCreate = z.infer<typeof DeviceCreate>;

/** One device as every screen shows it. */
export const DeviceView = z
  .object({
    id: Id,
    name: z.string(),
    phone: PhoneNumber,
    engine: EngineKind,
    status: DeviceStatus,
    state: SessionState,
    /**
     * Stable code of why the device is in its state, with what it is about behind a colon where the
     * code has that (`whatsapp-changed:WAWebMsgKey`); null when there is nothing to say.
     */
    reason: z.nullable(z.string()),
    stateSince: Instant,
    linkedAt: z.nullable(Instant),
    createdAt: Instant,
  })
  .register(z.globalRegistry, { id: 'DeviceView' });
export type DeviceView = z.infer<typeof DeviceView>;

/** Which worker runs the session of a device. */
export const DeviceHolder = z
  .object({ deviceId: Id, worker: z.string() })
  .register(z.globalRegistry, { id: 'DeviceHolder' });
export type DeviceHolder = z.infer<typeof DeviceHolder>;

/** Every device that was not removed, oldest first. */
export const DeviceList = z
  .object({
    items: z.array(DeviceView),
    /** Told to who manages devices, and only where several workers share them; else empty. */
    holders: z._default(z.array(DeviceHolder), []),
  })
  .register(z.globalRegistry, { id: 'DeviceList' });
export type DeviceList = z.infer<typeof DeviceList>;

/** Engines that this installation offers, in the order in which the form offers them. */
export const EngineList = z
  .object({ items: z.array(EngineKind) })
  .register(z.globalRegistry, { id: 'EngineList' });
export type EngineList = z.infer<typeof EngineList>;

/** How a phone is linked: it scans a QR, or a code of eight characters is typed into it. */
export const LinkMethod = z
  .enum(['qr', 'phone-code'])
  .register(z.globalRegistry, { id: 'LinkMethod' });
export type LinkMethod = z.infer<typeof LinkMethod>;

/** Scan Barcode: with which of the two. Asking for the other one while codes are shown switches. */
export const LinkStart = z
  .prefault(z.object({ method: z._default(LinkMethod, 'qr') }), {})
  .register(z.globalRegistry, { id: 'LinkStart' });
export type LinkStart = z.infer<typeof LinkStart>;

/** What a device that waits for its phone shows, and until when it counts. */
export const LinkChallenge = z
  .object({
    deviceId: Id,
    method: LinkMethod,
    /**
     * What the QR encodes, or the eight letters and digits that are typed into the phone. Shown,
     * never stored or logged.
     */
    code: z.string(),
    expiresAt: Instant,
  })
  .register(z.globalRegistry, { id: 'LinkChallenge' });
export type LinkChallenge = z.infer<typeof LinkChallenge>;

/** How linking of a device stands: what a page that was just opened or reloaded has to show. */
export const DeviceLink = z
  .object({ device: DeviceView, challenge: z.nullable(LinkChallenge) })
  .register(z.globalRegistry, { id: 'DeviceLink' });
export type DeviceLink = z.infer<typeof DeviceLink>;

/**
 * What Hapus Koneksi did. `loggedOutOnPhone` is false when WhatsApp could not be told: then a person
 * must look under Perangkat tertaut on the phone.
 */
export const DeviceRemoval = z
  .object({ loggedOutOnPhone: z.boolean() })
  .register(z.globalRegistry, { id: 'DeviceRemoval' });
export type DeviceRemoval = z.infer<typeof DeviceRemoval>;

/** Result of reading a typed number: what was understood, or why not. */
export const PhoneReading = z
  .object({
    phone: z.nullable(PhoneNumber),
    formatted: z.nullable(z.string()),
    reason: z.nullable(z.string()),
    /** Name of the device that has this number already. */
    takenBy: z.nullable(z.object({ id: Id, name: z.string() })),
  })
  .register(z.globalRegistry, { id: 'PhoneReading' });
export type PhoneReading = z.infer<typeof PhoneReading>;

/** A number as typed so far. */
export const PhoneReadingQuery = z
  .object({ phone: z.string().check(z.maxLength(40)) })
  .register(z.globalRegistry, { id: 'PhoneReadingQuery' });
export type PhoneReadingQuery = z.infer<typeof PhoneReadingQuery>;

/** What Hapus Koneksi will touch, for its dialog. */
export const UnlinkImpact = z
  .object({ broadcasts: z.array(z.object({ id: Id, title: z.string() })) })
  .register(z.globalRegistry, { id: 'UnlinkImpact' });
export type UnlinkImpact = z.infer<typeof UnlinkImpact>;

/** "Terkirim hari ini": messages that WhatsApp accepted since midnight in Asia/Jakarta, by device. */
export const SentToday = z
  .object({ items: z.array(z.object({ deviceId: Id, sent: z.int() })) })
  .register(z.globalRegistry, { id: 'SentToday' });
export type SentToday = z.infer<typeof SentToday>;
