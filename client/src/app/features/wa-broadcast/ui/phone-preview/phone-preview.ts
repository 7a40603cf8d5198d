import { Component, computed, inject, input, inputBinding, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import type { AttachmentView } from '#contracts/attachment.contract.js';
import { renderTemplate } from '#message/template.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { Format } from '../../../../shared/format/format.js';
import { Icon } from '../../../../shared/ui/icon/icon.js';
import { EXAMPLE_SAMPLE, type Sample } from '../../data/message-sample.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';
import { Lazy, type LazyPart } from '../../../../shared/ui/lazy/lazy.js';
import { MessageText } from '../message-text/message-text.js';

/** The message as it will stand on a patient's phone, with arrows to the other recipients. */
@Component({
  selector: 'prima-phone-preview',
  imports: [Lazy, Icon, MatIconButton, MessageText],
  templateUrl: './phone-preview.html',
  styleUrl: './phone-preview.scss',
})
export class PhonePreview {
  readonly text = input.required<string>();
  /** The file above the text; null when there is none. */
  readonly attachment = input<AttachmentView | null>(null);
  /** The recipient whose message is shown; null while there is none, an example stands in then. */
  readonly sample = input.required<Sample | null>();
  /** Place of that recipient, from 1, among so many that can be shown. */
  readonly place = input.required<number>();
  readonly count = input.required<number>();
  /** How many recipients there are in all. */
  readonly total = input.required<number>();
  /** Who the patient sees as the sender: the name of the device. */
  readonly sender = input.required<string>();
  /** Asks for the recipient before (-1) or after (1). */
  readonly turn = output<1 | -1>();
  protected readonly file: LazyPart = {
    load: async () =>
      (await import('../attachment-preview/attachment-preview.js')).AttachmentPreview,
    bindings: [inputBinding('attachment', this.attachment)],
  };
  protected readonly t = injectTexts(waBroadcastTexts);
  private readonly format = inject(Format);

  private readonly shown = computed(() => this.sample() ?? EXAMPLE_SAMPLE);
  protected readonly message = computed(() => renderTemplate(this.text(), this.shown().values));
  protected readonly recipient = computed(() => {
    const { name, phone } = this.shown();
    return name ?? this.format.write().phone(phone);
  });
  protected readonly caption = computed(() => {
    if (this.sample() === null) return this.t('preview.example');
    const write = this.format.write();
    const place = write.number(this.place());
    const all = this.count() >= this.total();
    return this.t(all ? 'preview.place' : 'preview.placeOfFirst', {
      place,
      total: write.number(this.count()),
    });
  });
}
