import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { CAPTION_LIMIT } from '#contracts/broadcast.contract.js';
import type { DeviceView } from '#contracts/device.contract.js';
import { Control } from '../../../../shared/forms/field/control.js';
import { Field } from '../../../../shared/forms/field/field.js';
import { appTexts } from '../../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { paths } from '../../../../core/navigation/paths.js';
import { Format } from '../../../../shared/format/format.js';
import { FieldError } from '../../../../shared/forms/field-error.js';
import { isReady } from '../../data/devices-store.js';
import { type MessageDraft, TEXT_LIMIT } from '../../data/message-draft.js';
import { type Selection, insertAt, toggleMark } from '../../data/text-edit.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';
import { Icon } from '../../../../shared/ui/icon/icon.js';
import { Callout } from '../../ui/callout/callout.js';
import { AttachmentPart } from '../attachment-part/attachment-part.js';
import { MessageToolbar } from '../message-toolbar/message-toolbar.js';

/** First part: title, device, text, file. */
@Component({
  selector: 'prima-message-part',
  imports: [
    AttachmentPart,
    Callout,
    FieldError,
    FormField,
    Field,
    Control,
    Icon,
    MessageToolbar,
    RouterLink,
  ],
  templateUrl: './message-part.html',
  styleUrl: './message-part.scss',
})
export class MessagePart {
  readonly form = input.required<FieldTree<MessageDraft>>();
  /** Undefined while they are being read. */
  readonly devices = input.required<readonly DeviceView[] | undefined>();
  /** Names of the variables that may stand in the text. */
  readonly variables = input.required<readonly string[]>();
  private readonly injector = inject(Injector);
  private readonly format = inject(Format);
  private readonly textarea = viewChild.required<unknown, ElementRef<HTMLTextAreaElement>>('text', {
    read: ElementRef,
  });
  protected readonly t = injectTexts(waBroadcastTexts);
  protected readonly app = injectTexts(appTexts);
  protected readonly paths = paths;

  /** With a file the text is its caption, for which WhatsApp has a limit of its own. */
  protected readonly isCaption = computed(() => this.form().attachmentId().value() !== null);
  protected readonly length = computed(() => {
    const write = this.format.write();
    const n = write.number(this.form().text().value().length);
    const limit = write.number(this.isCaption() ? CAPTION_LIMIT : TEXT_LIMIT);
    return this.t(this.isCaption() ? 'compose.captionLength' : 'compose.textLength', { n, limit });
  });

  private readonly device = computed(() => {
    const id = this.form().deviceId().value();
    return this.devices()?.find((each) => each.id === id);
  });
  protected readonly chosen = computed(() => {
    const device = this.device();
    return device ? this.label(device) : '';
  });
  protected readonly deviceHint = computed(() => {
    const device = this.device();
    const ready = device === undefined || isReady(device);
    return this.t(ready ? 'compose.deviceHint' : 'compose.deviceNotReadyHint');
  });

  /** "Poli Anak · +62 812-0000-0001 (Latihan) (belum terhubung)". */
  protected label(device: DeviceView): string {
    const marks = [
      ...(device.engine === 'practice' ? [this.app('state.practice')] : []),
      ...(isReady(device) ? [] : [this.t('compose.deviceNotReady')]),
    ];
    const phone = this.format.write().phone(device.phone);
    return [`${device.name} · ${phone}`, ...marks.map((mark) => `(${mark})`)].join(' ');
  }

  protected mark(sign: string): void {
    this.change((selection) => toggleMark(selection, sign));
  }

  protected insert(piece: string): void {
    this.change((selection) => insertAt(selection, piece));
  }

  private change(edit: (selection: Selection) => Selection): void {
    const { nativeElement: area } = this.textarea();
    const text = this.form().text().value();
    const edited = edit({ text, from: area.selectionStart, to: area.selectionEnd });
    this.form().text().value.set(edited.text);
    afterNextRender(
      () => {
        area.focus();
        area.setSelectionRange(edited.from, edited.to);
      },
      { injector: this.injector },
    );
  }
}
