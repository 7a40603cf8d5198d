import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CAPTION_LIMIT } from '#contracts/broadcast.contract.js';
import type { MissingValues } from '#contracts/broadcast.contract.js';
import { recipientValues } from '#message/recipient-values.js';
import { renderTemplate } from '#message/template.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/kernel/domain-error.js';
import { Attachments } from '../../attachment/index.js';
import type { Attachment } from '../../attachment/index.js';
import { RecipientLists } from '../../recipient/index.js';
import type { ListedRecipient } from '../../recipient/index.js';
import type { Broadcast } from '../domain/broadcast.js';
import { encodeContent, encodeRecipient } from '../domain/content-encoding.js';
import { MissingValuesTally } from '../domain/missing-values.js';

/** What the content of a broadcast amounts to. */
export interface CheckedContent {
  /** SHA-256 of text, attachment, device and every recipient with its values, in hexadecimal. */
  readonly hash: string;
  /** Variables of the text that somebody has no value for who will be sent to. */
  readonly missing: readonly MissingValues[];
  readonly recipients: number;
  /** Of those, who are skipped since they opted out. They are part of the hash: it is about what was seen. */
  readonly optedOut: number;
  /** For so many the caption of the file, with their values, is longer than WhatsApp takes it. */
  readonly tooLong: number;
  /** The file that was hashed with the rest. */
  readonly attachment: Attachment | null;
}

/** Goes through the whole content of a broadcast, once. */
@Injectable()
export class ContentCheck {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly lists: RecipientLists,
    private readonly attachments: Attachments,
  ) {}

  /**
   * Must not be called in a unit of work: a list is long, so each page of it is read in its own, and
   * the caller compares the revision afterwards. Refuses ATTACHMENT.GONE when the file is not there as it
   * was uploaded.
   */
  async of(broadcast: Broadcast): Promise<CheckedContent> {
    const { recipientImportId } = broadcast;
    const summaries = await this.unit.run(() => this.lists.summaries([recipientImportId]));
    const names = summaries.get(recipientImportId)?.variableNames ?? [];
    const attachment = await this.attachmentOf(broadcast);
    const tally = new MissingValuesTally(broadcast.text, names);
    const hash = createHash('sha256').update(encodeContent({ ...broadcast, attachment }));
    let [recipients, optedOut, tooLong] = [0, 0, 0];
    for await (const page of this.lists.pages(recipientImportId)) {
      for (const recipient of page) {
        if (recipient.optedOut) optedOut += 1;
        else tally.add(recipient);
        if (attachment && !recipient.optedOut && isTooLong(broadcast.text, recipient)) tooLong += 1;
        hash.update(encodeRecipient(recipient));
      }
      recipients += page.length;
    }
    return {
      hash: hash.digest('hex'),
      missing: tally.result(),
      recipients,
      optedOut,
      tooLong,
      attachment,
    };
  }

  private async attachmentOf({ attachmentId }: Broadcast): Promise<Attachment | null> {
    if (attachmentId === null) return null;
    const attachment = await this.unit.run(() => this.attachments.get(attachmentId));
    const content = await this.attachments.contentOf(attachment);
    if (!content) throw new DomainError('ATTACHMENT.GONE');
    return attachment;
  }
}

const isTooLong = (text: string, recipient: ListedRecipient): boolean =>
  renderTemplate(text, recipientValues(recipient)).length > CAPTION_LIMIT;
