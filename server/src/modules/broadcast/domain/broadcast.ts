import type { BroadcastStatus, BroadcastView, RunView } from '#contracts/broadcast.contract.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { withEditor } from './editors.js';
import type { Editors, Part } from './editors.js';

/** What a person writes: the message with its file, from which device, to which list. */
export interface BroadcastContent {
  readonly title: string;
  /** Empty only beside an attachment, whose caption it is. */
  readonly text: string;
  readonly attachmentId: string | null;
  readonly deviceId: string;
  readonly recipientImportId: string;
}

/** A person and a moment (milliseconds since the epoch). */
export interface Deed {
  readonly by: string;
  readonly at: number;
}

/** A deed of somebody who can be told apart from others of that name. */
export interface PersonalDeed extends Deed {
  readonly byId: string;
}

/** Approval by a named person of exactly the content that `hash` stands for. */
export interface Confirmation extends PersonalDeed {
  /** SHA-256 of text, attachment, device and recipients with their values, in hexadecimal. */
  readonly hash: string;
}

/** One text to many recipients, up to its sending. What sending does is the run of the sender module. */
export interface Broadcast extends BroadcastContent {
  readonly id: string;
  /** Grows with every change: an edit or a Konfirmasi of an older one is refused. */
  readonly revision: number;
  readonly confirmation: Confirmation | null;
  /** Who took a confirmation back by changing something, until it is confirmed again. */
  readonly unconfirmed: Deed | null;
  readonly created: PersonalDeed;
  readonly editors: Editors;
  readonly updatedAt: number;
  /** When its people were deleted at the end of their retention; null while they are there. */
  readonly purgedAt: number | null;
}

const PART_OF: Readonly<Record<keyof BroadcastContent, Part>> = {
  title: 'message',
  text: 'message',
  attachmentId: 'attachment',
  deviceId: 'device',
  recipientImportId: 'recipients',
};

/** The parts to which changed fields of the content belong. */
export function partsOf(changed: readonly (keyof BroadcastContent)[]): Part[] {
  return [...new Set(changed.map((field) => PART_OF[field]))];
}

/** A new draft. */
export function draftBroadcast(
  id: string,
  content: BroadcastContent,
  created: PersonalDeed,
): Broadcast {
  return {
    id,
    ...pickContent(content),
    revision: 1,
    confirmation: null,
    unconfirmed: null,
    created,
    editors: {},
    updatedAt: created.at,
    purgedAt: null,
  };
}

/** Refuses with BROADCAST.CHANGED when the person saw another revision than this one. */
export function assertRevision(broadcast: Broadcast, revision: number): void {
  if (broadcast.revision !== revision) throw new DomainError('BROADCAST.CHANGED');
}

/** Which parts of the content `content` would change. */
export function changedParts(
  broadcast: Broadcast,
  content: BroadcastContent,
): (keyof BroadcastContent)[] {
  const parts = Object.keys(pickContent(content)) as (keyof BroadcastContent)[];
  return parts.filter((part) => broadcast[part] !== content[part]);
}

/** The broadcast with another content. Saving it unchanged is no edit: the confirmation stays. */
export function editBroadcast(
  broadcast: Broadcast,
  content: BroadcastContent,
  deed: PersonalDeed,
): Broadcast {
  const changed = changedParts(broadcast, content);
  if (changed.length === 0) return broadcast;
  return changeBroadcast({ ...broadcast, ...pickContent(content) }, partsOf(changed), deed);
}

/** The broadcast after these parts of it were changed: any change takes a confirmation back. */
export function changeBroadcast(
  broadcast: Broadcast,
  parts: readonly Part[],
  deed: PersonalDeed,
): Broadcast {
  return {
    ...broadcast,
    editors: withEditor(broadcast.editors, parts, { id: deed.byId, name: deed.by }),
    revision: broadcast.revision + 1,
    confirmation: null,
    unconfirmed: broadcast.confirmation ? { by: deed.by, at: deed.at } : broadcast.unconfirmed,
    updatedAt: deed.at,
  };
}

/** The broadcast, confirmed. Refuses with BROADCAST.ALREADY_CONFIRMED. */
export function confirmBroadcast(broadcast: Broadcast, confirmation: Confirmation): Broadcast {
  assertUnconfirmed(broadcast);
  return { ...broadcast, confirmation, unconfirmed: null, updatedAt: confirmation.at };
}

/** Refuses with BROADCAST.ALREADY_CONFIRMED, naming who was first. */
export function assertUnconfirmed({ confirmation }: Broadcast): void {
  if (!confirmation) return;
  const { by, at } = confirmation;
  throw new DomainError('BROADCAST.ALREADY_CONFIRMED', { by, at: new Date(at).toISOString() });
}

/** The confirmation that Kirim needs, or BROADCAST.NOT_CONFIRMED. */
export function confirmationOf({ confirmation }: Broadcast): Confirmation {
  if (!confirmation) throw new DomainError('BROADCAST.NOT_CONFIRMED');
  return confirmation;
}

/** The one word for how a broadcast stands: once it has a run, the run's state is its own. */
export function statusOf(
  { confirmation }: Pick<Broadcast, 'confirmation'>,
  run: RunView['state'] | null,
): BroadcastStatus {
  return run ?? (confirmation ? 'confirmed' : 'draft');
}

/** What lists call a broadcast that has no title: the first line of its text, or its file. */
export function titleOf({
  title,
  text,
  attachment,
}: Pick<BroadcastView, 'title' | 'text' | 'attachment'>): string {
  return title || text.split('\n', 1)[0] || attachment?.fileName || '';
}

function pickContent(content: BroadcastContent): BroadcastContent {
  const { title, text, attachmentId, deviceId, recipientImportId } = content;
  return { title, text, attachmentId, deviceId, recipientImportId };
}
