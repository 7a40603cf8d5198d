import type { Message } from 'whatsapp-web.js';
import { isOptOut } from '#message/opt-out.js';
import type { HandOverRecord } from './hand-over-record.js';
import { namesOf } from './in-page/people.js';
import { readReplies } from './in-page/read-back.js';
import type { Reply } from './in-page/read-back.js';
import type { PageNews, PageSettings } from './page-contract.js';
import type { PageLink } from '../page-link.js';

/** Longer texts are no opt-out and do not leave the page; a little more than `isOptOut` reads. */
const LONGEST = 100;

/** How far back chats are read that somebody has opened on the phone meanwhile: a week, in ms. */
const LOOK_BACK = 7 * 24 * 3_600_000;

/** Single persons: by number or by hidden id. */
const PERSON = /^\d+@(c\.us|lid)$/;

/** Finds the wishes for no more messages among what people write. Everything else is left unread. */
export class Replies {
  private readonly link: PageLink;
  private readonly record: HandOverRecord;
  private readonly settings: PageSettings;
  private readonly tell: PageNews;

  constructor(link: PageLink, record: HandOverRecord, settings: PageSettings, tell: PageNews) {
    this.link = link;
    this.record = record;
    this.settings = settings;
    this.tell = tell;
  }

  /** A message that the library tells of. */
  async heard(message: Message): Promise<void> {
    const { id, type, timestamp, body } = message;
    if (id.fromMe || (type as string) !== 'chat') return;
    await this.consider({ id: id.id, from: writerOf(message), t: timestamp, text: body });
  }

  /** What was written while nobody listened. Rejects when the page does not answer. */
  async catchUp(now: number): Promise<void> {
    const since = Math.floor((now - LOOK_BACK) / 1000);
    const patience = this.settings.answerDeadlineMs;
    for (const reply of await this.link.ask(readReplies, [since, LONGEST], patience)) {
      await this.consider(reply);
    }
  }

  private async consider({ id, from, t, text }: Reply): Promise<void> {
    if (!PERSON.test(from) || !isOptOut(text)) return;
    const digits = await this.digitsOf(from);
    const phone = digits === null ? null : `+${digits}`;
    this.tell.optOut({ phone, address: from, messageId: id, at: t * 1000 });
  }

  /** A hidden id is resolved by WhatsApp, else by whom we wrote to under it. */
  private async digitsOf(address: string): Promise<string | null> {
    const [user = '', server] = address.split('@');
    if (server === 'c.us') return user;
    const names = this.link.ask(namesOf, [address], this.settings.answerDeadlineMs);
    const { phone } = await names.catch(() => ({ phone: null }));
    return phone ?? this.record.phoneOf(address);
  }
}

/** The library reads `_serialized` alone; the fields themselves are there in every build. */
function writerOf(message: Message): string {
  const raw = (message as { rawData?: unknown }).rawData as { from?: unknown } | undefined;
  const from = raw?.from ?? message.from;
  if (typeof from === 'string') return from;
  const { user, server } = from as { user?: unknown; server?: unknown };
  return `${String(user)}@${String(server)}`;
}
