import { Component, input, inputBinding, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { TemplateValues } from '#message/template.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { PrimaAction } from '../../../../shared/ui/action-button/prima-action.js';
import { Icon } from '../../../../shared/ui/icon/icon.js';
import { Lazy, type LazyPart } from '../../../../shared/ui/lazy/lazy.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';

/** "Kirim tes ke nomor saya": the message of the preview, to one number. */
@Component({
  selector: 'prima-test-send',
  imports: [Icon, Lazy, MatButton, PrimaAction],
  templateUrl: './test-send.html',
  styles: `
    :host {
      display: block;
    }
  `,
})
export class TestSend {
  readonly deviceId = input.required<string>();
  readonly text = input.required<string>();
  /** The file that goes with it; null when none does. */
  readonly attachmentId = input.required<string | null>();
  /** Values of the recipient whose message the preview shows. */
  readonly values = input.required<TemplateValues>();
  protected readonly t = injectTexts(waBroadcastTexts);
  protected readonly open = signal(false);
  protected readonly form: LazyPart = {
    load: async () => (await import('./test-send-form/test-send-form.js')).TestSendForm,
    bindings: [
      inputBinding('deviceId', this.deviceId),
      inputBinding('text', this.text),
      inputBinding('attachmentId', this.attachmentId),
      inputBinding('values', this.values),
    ],
  };
}
