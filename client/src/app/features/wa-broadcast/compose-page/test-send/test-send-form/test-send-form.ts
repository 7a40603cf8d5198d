import { Component, computed, inject, input, signal } from '@angular/core';
import { FormField, FormRoot, form, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { TestSendResult } from '#contracts/test-send.contract.js';
import { recipientReasonSentence } from '#contracts/recipient-texts.js';
import type { TemplateValues } from '#message/template.js';
import { Control } from '../../../../../shared/forms/field/control.js';
import { Field } from '../../../../../shared/forms/field/field.js';
import { Language } from '../../../../../core/i18n/language.js';
import { injectTexts } from '../../../../../core/i18n/texts.js';
import { Format } from '../../../../../shared/format/format.js';
import { FieldError } from '../../../../../shared/forms/field-error.js';
import { FormProblem } from '../../../../../shared/forms/form-problem.js';
import { submission } from '../../../../../shared/forms/submission.js';
import { PrimaAction } from '../../../../../shared/ui/action-button/prima-action.js';
import type { Tone } from '../../../../../shared/ui/action-button/prima-action.js';
import type { IconName } from '../../../../../shared/ui/icon/icon.js';
import { BroadcastClient } from '../../../data/broadcast-client.js';
import { waBroadcastTexts } from '../../../i18n/wa-broadcast-texts.js';
import { Callout } from '../../../ui/callout/callout.js';

const LOOKS: Readonly<Record<TestSendResult['outcome'], { tone: Tone; icon: IconName }>> = {
  accepted: { tone: 'green', icon: 'check_circle' },
  refused: { tone: 'red', icon: 'error' },
  unknown: { tone: 'amber', icon: 'help' },
};

/** The number that a test goes to, and what became of it. */
@Component({
  selector: 'prima-test-send-form',
  imports: [
    Callout,
    FieldError,
    FormField,
    FormProblem,
    FormRoot,
    MatButton,
    Field,
    Control,
    PrimaAction,
  ],
  templateUrl: './test-send-form.html',
  styleUrl: './test-send-form.scss',
})
export class TestSendForm {
  readonly deviceId = input.required<string>();
  readonly text = input.required<string>();
  /** The file that goes with it; null when none does. */
  readonly attachmentId = input.required<string | null>();
  /** Values of the recipient whose message the preview shows. */
  readonly values = input.required<TemplateValues>();
  private readonly client = inject(BroadcastClient);
  private readonly format = inject(Format);
  private readonly language = inject(Language);
  private readonly result = signal<TestSendResult | null>(null);
  private readonly model = signal({ phone: '' });
  protected readonly t = injectTexts(waBroadcastTexts);
  protected readonly canSend = computed(
    () => this.deviceId() !== '' && (this.text().trim() !== '' || this.attachmentId() !== null),
  );
  protected readonly form = form(
    this.model,
    (path) => {
      required(path.phone, { message: () => this.t('test.phoneMissing') });
    },
    { submission: submission(() => this.send()) },
  );

  protected readonly outcome = computed(() => {
    const result = this.result();
    if (!result) return null;
    const { outcome } = result;
    if (outcome === 'accepted') {
      const phone = this.format.write().phone(result.phone);
      return { ...LOOKS.accepted, sentence: this.t('test.accepted', { phone }) };
    }
    const reason =
      result.reason === null
        ? this.t('decision.noReason')
        : recipientReasonSentence(result.reason, this.language.current());
    return { ...LOOKS[outcome], sentence: this.t(`test.${outcome}`, { reason }) };
  });

  private async send(): Promise<void> {
    this.result.set(null);
    const { phone } = this.model();
    const request = {
      deviceId: this.deviceId(),
      text: this.text(),
      attachmentId: this.attachmentId(),
      values: this.values(),
      phone,
    };
    this.result.set(await this.client.sendTest(request));
  }
}
