import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type { Subscription } from 'rxjs';
import type { AttachmentView } from '#contracts/attachment.contract.js';
import { fillSentence } from '#contracts/fill-sentence.js';
import { ProblemError } from '../../../core/http/problem-error.js';
import { Language } from '../../../core/i18n/language.js';
import { AttachmentClient } from './attachment-client.js';

const MEGABYTE = 1024 * 1024;

/** A file that is being handed over. Bytes. */
export interface Upload {
  readonly fileName: string;
  readonly loaded: number;
  readonly total: number;
}

/** The one file of the message that is being written: choosing, handing over, replacing, removing. */
@Injectable()
export class AttachmentStore {
  private readonly client = inject(AttachmentClient);
  private readonly language = inject(Language);
  private readonly limits = this.client.limits();
  private readonly file = signal<AttachmentView | null>(null);
  private readonly underWay = signal<Upload | null>(null);
  private readonly refused = signal<string | null>(null);
  private running: Subscription | undefined;

  /** The file as the server stored it; null while there is none. */
  readonly attachment = this.file.asReadonly();
  readonly uploading = this.underWay.asReadonly();
  /** Why the last file was not taken, a sentence; null when it was. */
  readonly refusal = this.refused.asReadonly();
  /** Largest file of any kind in bytes; null until it is known. */
  private readonly largest = computed(() =>
    this.limits.hasValue() ? Math.max(...Object.values(this.limits.value())) : null,
  );

  constructor() {
    inject(DestroyRef).onDestroy(() => this.running?.unsubscribe());
  }

  /** Begins with the file that a message has already. */
  start(attachment: AttachmentView | null): void {
    this.callOff();
    this.refused.set(null);
    this.file.set(attachment);
  }

  /**
   * Hands over `file` in place of the one before, which stays until the server took the new one. What it
   * is, the server judges by its content; only one that is too large for any kind stays here.
   */
  choose(file: File): void {
    this.callOff();
    const largest = this.largest();
    if (largest !== null && file.size > largest) {
      void this.tooLarge().then((sentence) => {
        this.refused.set(sentence);
      });
      return;
    }
    this.refused.set(null);
    this.underWay.set({ fileName: file.name, loaded: 0, total: file.size });
    this.running = this.client.upload(file).subscribe({
      next: (news) => {
        if (news.kind === 'progress') {
          const { loaded, total } = news;
          this.underWay.set({ fileName: file.name, loaded, total });
        } else {
          this.file.set(news.attachment);
          this.underWay.set(null);
        }
      },
      error: (error: unknown) => {
        this.underWay.set(null);
        if (!(error instanceof ProblemError)) throw error;
        this.refused.set(error.detail || error.title);
      },
    });
  }

  /** Says why something was not even tried. */
  refuse(sentence: string): void {
    this.refused.set(sentence);
  }

  /** Stops handing over; the file before stays. */
  callOff(): void {
    this.running?.unsubscribe();
    this.underWay.set(null);
  }

  /** The message goes without a file. */
  remove(): void {
    this.start(null);
  }

  private async tooLarge(): Promise<string> {
    const { attachmentErrorTexts } = await import('#contracts/attachment-error-texts.js');
    const { image = 0, video = 0, document = 0 } = this.limits.value() ?? {};
    const sentence = attachmentErrorTexts['ATTACHMENT.TOO_LARGE'][this.language.current()];
    return fillSentence(sentence, {
      imageMegabytes: image / MEGABYTE,
      videoMegabytes: video / MEGABYTE,
      documentMegabytes: document / MEGABYTE,
    });
  }
}
