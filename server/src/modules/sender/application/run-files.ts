import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Attachments } from '../../attachment/index.js';
import type { MessageContent } from '../../device/index.js';
import { PauseRun } from './pause-run.js';
import type { Run } from './ports/run-repository.js';

/** The files that runs send. */
@Injectable()
export class RunFiles {
  constructor(
    private readonly unit: UnitOfWork,
    private readonly attachments: Attachments,
    private readonly pause: PauseRun,
  ) {}

  /**
   * Looks whether the file of the run is there exactly as it was confirmed; a run without one needs none.
   * If it is not, the run is paused, everybody in it goes on waiting, and the answer is undefined. Not in
   * a unit of work: it looks at the disk.
   */
  async ready(run: Run): Promise<MessageContent['attachment'] | undefined> {
    const { attachmentId, attachmentSha256 } = run;
    if (attachmentId === null) return null;
    const found = await this.unit.run(() => this.attachments.find([attachmentId]));
    const attachment = found.get(attachmentId);
    const content =
      attachment?.sha256 === attachmentSha256 && (await this.attachments.contentOf(attachment));
    if (content) return content;
    await this.pause.because(run.broadcastId, 'attachment-missing');
    return undefined;
  }
}
