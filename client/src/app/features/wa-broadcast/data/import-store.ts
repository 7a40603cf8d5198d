import { DestroyRef, Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { ColumnChoice, RecipientImportView } from '#contracts/recipient-import.contract.js';
import { ProblemError } from '../../../core/http/problem-error.js';
import { LiveStream } from '../../../core/live/live-stream.js';
import { ImportClient } from './import-client.js';
import { type Sample, sampleOf } from './message-sample.js';

/** Milliseconds after which a list that is at work is asked about: its news may come before its id is known. */
const ASK_AFTER = 1_000;

/** A file of recipients on its way to a list: handing it over, its columns, its rows. */
@Injectable()
export class ImportStore {
  private readonly client = inject(ImportClient);
  private readonly live = inject(LiveStream);
  private readonly list = signal<RecipientImportView | null>(null);
  private readonly handingOver = signal<string | null>(null);
  private readonly refusal = signal<ProblemError | null>(null);
  private readonly firstRecipients = signal<readonly Sample[]>([]);
  private askTimer: ReturnType<typeof setTimeout> | undefined;
  /** Grows with each file: answers about an older one are not for this list any more. */
  private generation = 0;

  /** The list as it stands; null while there is none. */
  readonly view = this.list.asReadonly();
  /** Name of the file that is being handed over; null when none is. */
  readonly uploading = this.handingOver.asReadonly();
  /** What the file or its columns were refused with; null when nothing was. */
  readonly problem = this.refusal.asReadonly();
  /** The first recipients of a list that is ready, for the preview of the message. */
  readonly samples = this.firstRecipients.asReadonly();
  /** Whether the server is at work on the list. */
  readonly working = computed(() => {
    const state = this.list()?.state;
    return state === 'inspecting' || state === 'reading';
  });

  /** Whether there is something to wait for. */
  readonly busy = computed(() => this.handingOver() !== null || this.working());

  constructor() {
    this.live.on('import-changed', (event) => {
      if (event.import.id === this.list()?.id) this.receive(event.import);
    });
    effect(() => {
      if (this.live.resync() > 0) untracked(() => void this.ask());
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.askTimer));
  }

  /** Hands over `file` in place of whatever was there. */
  async upload(file: File): Promise<void> {
    this.clear();
    this.handingOver.set(file.name);
    await this.during(() => this.client.upload(file));
  }

  /** Says which column is which. */
  async chooseColumns(choice: ColumnChoice): Promise<void> {
    const id = this.list()?.id;
    if (id === undefined) return;
    this.refusal.set(null);
    await this.during(() => this.client.chooseColumns(id, choice));
  }

  /** Forgets the file. */
  clear(): void {
    this.generation++;
    clearTimeout(this.askTimer);
    this.list.set(null);
    this.handingOver.set(null);
    this.refusal.set(null);
    this.firstRecipients.set([]);
  }

  private async during(request: () => Promise<RecipientImportView>): Promise<void> {
    const generation = this.generation;
    try {
      const view = await request();
      if (generation === this.generation) this.receive(view);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (generation === this.generation) this.refusal.set(error);
    } finally {
      if (generation === this.generation) this.handingOver.set(null);
    }
  }

  private receive(view: RecipientImportView): void {
    const before = this.list();
    // The answer to a request may be overtaken by news of the stream: a list only moves forward.
    if (before?.id === view.id && PLACE[view.state] < PLACE[before.state]) return;
    this.list.set(view);
    clearTimeout(this.askTimer);
    if (this.working()) this.askTimer = setTimeout(() => void this.ask(), ASK_AFTER);
    if (view.state === 'ready' && before?.state !== 'ready') void this.readSamples(view.id);
  }

  /** News can be lost while the stream is down: then the list is asked about. */
  private async ask(): Promise<void> {
    const id = this.list()?.id;
    if (id === undefined || !this.working()) return;
    const generation = this.generation;
    try {
      const view = await this.client.find(id);
      if (generation === this.generation) this.receive(view);
    } catch {
      // The server is away: the frame says so, and this asks again.
      this.askTimer = setTimeout(() => void this.ask(), ASK_AFTER);
    }
  }

  private async readSamples(id: string): Promise<void> {
    const generation = this.generation;
    try {
      const { items } = await this.client.recipients(id);
      if (generation === this.generation) this.firstRecipients.set(items.map(sampleOf));
    } catch {
      // A preview with the fictional recipient is no reason to disturb anyone.
    }
  }
}

const PLACE: Readonly<Record<RecipientImportView['state'], number>> = {
  inspecting: 0,
  'choosing-columns': 1,
  reading: 2,
  ready: 3,
  failed: 3,
};
