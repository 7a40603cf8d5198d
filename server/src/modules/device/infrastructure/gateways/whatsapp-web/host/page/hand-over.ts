import { stat } from 'node:fs/promises';
import type { RecipientReason } from '#contracts/recipient-texts.js';
import type {
  AttachmentFile,
  MessageContent,
  SendOutcome,
  WhatsappAddress,
} from '../../../../../application/ports/whatsapp-gateway.js';
import type { AckWatch } from './ack-levels.js';
import { AwaitOutcome } from './await-outcome.js';
import type { HandOverRecord } from './hand-over-record.js';
import { begin, prepareClaim, showTyping } from './in-page/hand-over.js';
import type { Parcel } from './in-page/hand-over.js';
import { namesOf } from './in-page/people.js';
import { makeFileInput } from './in-page/take-files.js';
import type { PageSettings } from './page-contract.js';
import type { LibraryPage, PageLink } from '../page-link.js';
import type { FileInput } from './page-types.js';

/** "Is typing" is shown for so long at most, in milliseconds: nobody watches longer. */
const LONGEST_TYPING = 20_000;

/** So long WhatsApp may take to tell a person's other name, in ms; a message does not wait for it. */
const NAMES = 3_000;

/** Single persons only: the guard is on their way out, groups and channels have others. */
const PERSON = /^\d+@(c\.us|lid)$/;

/** It certainly did not leave. */
const refused = (reason: RecipientReason): SendOutcome => ({ kind: 'refused', reason });

/** A file that the browser has in its hands, and how to let go of it. */
interface PickedFile {
  readonly input: FileInput;
  dispose(): Promise<void>;
}

/** One message on its way into the page. */
export class HandOver {
  private readonly link: PageLink;
  private readonly record: HandOverRecord;
  private readonly settings: PageSettings;
  private readonly outcome: AwaitOutcome;

  constructor(link: PageLink, record: HandOverRecord, acks: AckWatch, settings: PageSettings) {
    this.link = link;
    this.record = record;
    this.settings = settings;
    this.outcome = new AwaitOutcome(link, acks, settings);
  }

  /**
   * Never rejects. Everything before `leaving` is written down ends as refused when it fails: the page
   * cannot let a message go of which it was not told. After that only the page's own word, or
   * WhatsApp's, settles it.
   */
  async run(
    messageId: string,
    address: WhatsappAddress,
    content: MessageContent,
  ): Promise<SendOutcome> {
    // Whoever asks twice gets no second message.
    if (this.record.proofOf(messageId).kind === 'begun') {
      return { kind: 'unknown', reason: 'interrupted' };
    }
    if (!PERSON.test(address)) return refused('not-handed-over');
    let file: PickedFile | null = null;
    try {
      const { attachment } = content;
      if (attachment) {
        const picked = await this.pick(attachment);
        if (picked === null) return refused('file-unreadable');
        file = picked;
      }
      return await this.leave(messageId, address, content, file);
    } catch {
      return refused(this.link.isClosed ? 'device-not-ready' : 'not-handed-over');
    } finally {
      // A page that is gone has let go of it.
      await file?.dispose().catch(() => undefined);
    }
  }

  private async leave(
    messageId: string,
    address: WhatsappAddress,
    { text, attachment }: MessageContent,
    file: PickedFile | null,
  ): Promise<SendOutcome> {
    const patience = this.settings.answerDeadlineMs;
    const prepared = await this.link.ask(prepareClaim, [messageId, address], patience);
    if (prepared === null) return refused('not-handed-over');
    await this.showTyping(prepared.chatId, text);
    const names = this.link.ask(namesOf, [address], NAMES);
    const people = await names.catch(() => ({ phone: null, lid: null }));

    // No await between this look and the note: who says "never" is heard until here.
    if (!this.mayLeave(messageId)) return refused('device-not-ready');
    await this.record.leaving(messageId, { key: prepared.key, ...people });
    if (!this.mayLeave(messageId)) return refused('device-not-ready');

    const parcel: Parcel = { text, file: attachment && parcelOf(attachment) };
    return this.outcome.of(messageId, prepared.key, attachment !== null, () =>
      this.link.with(
        (page) => page.evaluate(begin, messageId, parcel, file?.input ?? null),
        patience,
      ),
    );
  }

  private mayLeave(messageId: string): boolean {
    return !this.link.isClosed && !this.record.isVoid(messageId);
  }

  private async showTyping(chatId: string, text: string): Promise<void> {
    const { typingMsPerCharacter, answerDeadlineMs } = this.settings;
    const lasts = Math.min([...text].length * typingMsPerCharacter, LONGEST_TYPING);
    if (lasts <= 0) return;
    const show = async (state: 'typing' | 'stop'): Promise<void> => {
      // Only for show: a message does not fail of it.
      await this.link.ask(showTyping, [chatId, state], answerDeadlineMs).catch(() => undefined);
    };
    await show('typing');
    await this.link.wait(lasts);
    await show('stop');
  }

  /** Null when the file is not (any more) what was announced. */
  private async pick({ path, size }: AttachmentFile): Promise<PickedFile | null> {
    const onDisk = await stat(path).catch(() => null);
    if (!onDisk?.isFile() || onDisk.size !== size) return null;
    return this.link.with((page) => pickFile(page, path), this.settings.answerDeadlineMs);
  }
}

const parcelOf = ({ kind, fileName, mimeType, size }: AttachmentFile): Parcel['file'] => ({
  ...{ fileName, mimeType, size },
  asDocument: kind === 'document',
});

/** The browser opens the file by itself: its bytes never pass through this process. */
async function pickFile(page: LibraryPage, path: string): Promise<PickedFile> {
  const handle = await page.evaluateHandle(makeFileInput);
  const element = handle.asElement();
  if (!element) throw new Error('The page makes no input.');
  await (element as { uploadFile(path: string): Promise<void> }).uploadFile(path);
  return { input: handle as unknown as FileInput, dispose: () => handle.dispose() };
}
