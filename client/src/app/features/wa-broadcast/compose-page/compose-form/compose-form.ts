import { LiveAnnouncer } from '@angular/cdk/a11y';
import {
  Component,
  type ElementRef,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  inputBinding,
  linkedSignal,
  output,
  outputBinding,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { FormRoot, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import { appTexts } from '../../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { paths } from '../../../../core/navigation/paths.js';
import { FormProblem } from '../../../../shared/forms/form-problem.js';
import { submission } from '../../../../shared/forms/submission.js';
import { PrimaAction } from '../../../../shared/ui/action-button/prima-action.js';
import { Icon } from '../../../../shared/ui/icon/icon.js';
import { Lazy, type LazyPart } from '../../../../shared/ui/lazy/lazy.js';
import { AttachmentStore } from '../../data/attachment-store.js';
import { BroadcastClient } from '../../data/broadcast-client.js';
import { DevicesStore } from '../../data/devices-store.js';
import { FreetextStore } from '../../data/freetext-store.js';
import { ImportStore } from '../../data/import-store.js';
import { EMPTY_DRAFT, MessageDraft, draftOf, isSameDraft } from '../../data/message-draft.js';
import { EXAMPLE_SAMPLE, STANDING_VARIABLES } from '../../data/message-sample.js';
import { missingVariables } from '../../data/missing-values.js';
import { RecipientDraft } from '../../data/recipient-draft.js';
import { RecipientPageStore } from '../../data/recipient-page-store.js';
import { renameVariable } from '../../data/text-edit.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';
import { Callout } from '../../ui/callout/callout.js';
import { PhonePreview } from '../../ui/phone-preview/phone-preview.js';
import type { Replacement } from '../check-part/check-part.js';
import { MessagePart } from '../message-part/message-part.js';
import { RecipientsPart } from '../recipients-part/recipients-part.js';
import { TestSend } from '../test-send/test-send.js';

/** The three parts of a message, Pesan, Penerima and Periksa, and Simpan. */
@Component({
  selector: 'prima-compose-form',
  imports: [
    Callout,
    FormProblem,
    FormRoot,
    Icon,
    Lazy,
    MatButton,
    MessagePart,
    PhonePreview,
    PrimaAction,
    RecipientsPart,
    RouterLink,
    TestSend,
  ],
  providers: [
    AttachmentStore,
    DevicesStore,
    FreetextStore,
    ImportStore,
    RecipientDraft,
    RecipientPageStore,
  ],
  templateUrl: './compose-form.html',
  styleUrl: './compose-form.scss',
})
export class ComposeForm {
  /** The message to edit; null for a new one. */
  readonly broadcast = input.required<BroadcastView | null>();
  /** Asks to read the message again, because somebody else changed it. */
  readonly reload = output();
  private readonly client = inject(BroadcastClient);
  private readonly router = inject(Router);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly recipientsHeading = viewChild.required<ElementRef<HTMLElement>>('recipients');
  protected readonly devices = inject(DevicesStore);
  protected readonly draft = inject(RecipientDraft);
  protected readonly file = inject(AttachmentStore);
  protected readonly t = injectTexts(waBroadcastTexts);
  protected readonly app = injectTexts(appTexts);
  protected readonly paths = paths;

  /** The message as stored, with the revision that an edit is based on. */
  protected readonly stored = linkedSignal(() => this.broadcast());
  protected readonly model = linkedSignal(() => {
    const broadcast = this.broadcast();
    return broadcast ? draftOf(broadcast) : EMPTY_DRAFT;
  });
  private readonly saved = signal(false);
  /** Whether Simpan was pressed: from then on it is said what recipients are missing. */
  protected readonly attempted = signal(false);
  protected readonly changedMeanwhile = signal(false);
  protected readonly form = form(
    this.model,
    (path) => {
      validateStandardSchema(path, MessageDraft);
    },
    { submission: submission(() => this.save()) },
  );

  protected readonly variables = computed(() => [
    ...STANDING_VARIABLES,
    ...this.draft.variableNames(),
  ]);
  protected readonly missing = computed(() =>
    missingVariables(this.model().text, this.draft.variableNames(), this.draft.samples()),
  );
  /** Place, from 0, of the recipient whose message is previewed; the first of another list. */
  protected readonly place = linkedSignal({
    source: this.draft.samples,
    computation: () => 0,
  });
  protected readonly sample = computed(() => this.draft.samples()[this.place()] ?? null);
  protected readonly values = computed(() => (this.sample() ?? EXAMPLE_SAMPLE).values);
  protected readonly sender = computed(() => {
    const { deviceId } = this.model();
    const device = this.devices.items()?.find(({ id }) => id === deviceId);
    return device?.name ?? this.t('compose.device');
  });

  private readonly estimateRead = this.client.estimate(() => {
    const { deviceId } = this.model();
    const recipients = this.draft.count() - this.draft.optedOut();
    return deviceId && recipients > 0 ? { deviceId, recipients } : undefined;
  });
  protected readonly estimate = computed(() =>
    this.estimateRead.hasValue() ? this.estimateRead.value() : null,
  );

  protected readonly check: LazyPart = {
    load: async () => (await import('../check-part/check-part.js')).CheckPart,
    bindings: [
      inputBinding('hasText', () => {
        const { text, attachmentId } = this.model();
        return text.trim() !== '' || attachmentId !== null;
      }),
      inputBinding('missing', this.missing),
      inputBinding('estimate', this.estimate),
      outputBinding<Replacement>('replace', (replacement) => {
        this.replace(replacement);
      }),
      outputBinding('seeRejected', () => {
        this.showRecipients();
      }),
    ],
    whenSeen: true,
  };

  constructor() {
    afterNextRender(() => {
      if (this.broadcast() === null) this.form.title().focusBoundControl();
    });
    effect(() => {
      const broadcast = this.broadcast();
      if (broadcast) untracked(() => this.draft.keep(broadcast));
    });
    effect(() => {
      const attachment = this.broadcast()?.attachment ?? null;
      untracked(() => this.file.start(attachment));
    });
    effect(() => {
      const id = this.file.attachment()?.id ?? null;
      untracked(() => this.form.attachmentId().value.set(id));
    });
    effect(() => {
      // With one sender that is ready there is nothing to choose.
      const [only, ...others] = this.devices.ready();
      if (!only || others.length > 0) return;
      untracked(() => {
        if (this.model().deviceId === '') this.form.deviceId().value.set(only.id);
      });
    });
  }

  /** Whether leaving now would lose something. */
  hasUnsavedChanges(): boolean {
    if (this.saved()) return false;
    const before = this.broadcast();
    const start = before ? draftOf(before) : this.startWithDevice();
    const uploading = this.file.uploading() !== null;
    return uploading || !isSameDraft(this.model(), start) || this.draft.touched();
  }

  /** Takes over the message after one of its recipients was corrected or removed. */
  protected adopt(broadcast: BroadcastView): void {
    const before = this.stored();
    // One step further is our own; more means that somebody else saved in between.
    if (before && broadcast.revision > before.revision + 1) this.changedMeanwhile.set(true);
    else this.stored.set(broadcast);
    this.draft.keep(broadcast);
  }

  protected turn(step: 1 | -1): void {
    const count = this.draft.samples().length;
    this.place.update((place) => (place + step + count) % count);
  }

  private replace({ from, to }: Replacement): void {
    this.form.text().value.update((text) => renameVariable(text, from, to));
  }

  private showRecipients(): void {
    this.recipientsHeading().nativeElement.focus();
  }

  private async save(): Promise<void> {
    if (this.draft.fault() !== null) {
      this.showRecipients();
      return;
    }
    const content = { ...this.model(), recipientImportId: await this.draft.listId() };
    const before = this.stored();
    const broadcast = before
      ? await this.client.update(before.id, { ...content, revision: before.revision })
      : await this.client.create(content);
    this.saved.set(true);
    // Said, not shown: the dialog that opens now shows what is next.
    void this.announcer.announce(this.t('compose.savedNotConfirmed'));
    await this.router.navigateByUrl(paths.recipients(broadcast.id));
  }

  /** A draft in which nothing was typed; its device may have been filled in for the person. */
  private startWithDevice(): MessageDraft {
    return { ...EMPTY_DRAFT, deviceId: this.model().deviceId };
  }
}
