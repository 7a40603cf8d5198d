import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type { FreetextReading, RecipientImportView } from '#contracts/recipient-import.contract.js';
import { ProblemError } from '../../../core/http/problem-error.js';
import { Language } from '../../../core/i18n/language.js';
import { ImportClient } from './import-client.js';
import { type Sample, sampleOf } from './message-sample.js';

/** Milliseconds of rest after the last key before what was typed is read. */
const REST = 400;

/** Milliseconds between two looks at a stored list that is not ready yet. */
const LOOK_EVERY = 400;

/** Recipients as they are typed, and what the server makes of them while they are. */
@Injectable()
export class FreetextStore {
  private readonly client = inject(ImportClient);
  private readonly language = inject(Language);
  private readonly typed = signal('');
  private readonly understood = signal<FreetextReading | null>(null);
  private readonly behind = signal(false);
  private readonly refusal = signal<ProblemError | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private destroyed = false;

  readonly text = this.typed.asReadonly();
  /** What the server made of the text; null while there is none. */
  readonly reading = this.understood.asReadonly();
  /** Whether `reading` is about an older text. */
  readonly stale = this.behind.asReadonly();
  /** What reading failed with; null when it did not. */
  readonly problem = this.refusal.asReadonly();
  /** The first recipients, for the preview of the message. */
  readonly samples = computed<readonly Sample[]>(
    () => this.understood()?.sample.map(sampleOf) ?? [],
  );

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.destroyed = true;
      clearTimeout(this.timer);
    });
  }

  /** Takes over what was typed; it is read once the typing rests. */
  type(text: string): void {
    this.typed.set(text);
    clearTimeout(this.timer);
    this.refusal.set(null);
    if (text.trim() === '') {
      this.understood.set(null);
      this.behind.set(false);
      return;
    }
    this.behind.set(true);
    this.timer = setTimeout(() => void this.read(), REST);
  }

  /** Reads the text (again, after a failure). */
  async read(): Promise<void> {
    const text = this.typed();
    this.refusal.set(null);
    try {
      const reading = await this.client.readFreetext(text);
      if (text !== this.typed()) return;
      this.understood.set(reading);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (text !== this.typed()) return;
      this.refusal.set(error);
    }
    this.behind.set(false);
  }

  /** Stores the text as a list and waits until it can be used. @throws ProblemError */
  async toList(): Promise<RecipientImportView> {
    let list = await this.client.importFreetext(this.typed());
    while (list.state !== 'ready' && list.state !== 'failed' && !this.destroyed) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
      list = await this.client.find(list.id);
    }
    if (list.failure) throw await this.refusalOf(list.failure);
    return list;
  }

  private async refusalOf(
    failure: NonNullable<RecipientImportView['failure']>,
  ): Promise<ProblemError> {
    const { importFailureSentence } = await import('#contracts/import-texts.js');
    const detail = importFailureSentence(failure, this.language.current());
    return new ProblemError({ ...failure, status: 422, title: detail, detail, requestId: null });
  }
}
