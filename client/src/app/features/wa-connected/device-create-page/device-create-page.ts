import {
  Component,
  afterNextRender,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { FormField, FormRoot, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import * as z from 'zod/mini';
import { DeviceCreate } from '#contracts/device.contract.js';
import type { DeviceView, EngineKind, PhoneReading } from '#contracts/device.contract.js';
import { Control } from '../../../shared/forms/field/control.js';
import { Field } from '../../../shared/forms/field/field.js';
import { appTexts } from '../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { paths } from '../../../core/navigation/paths.js';
import { askBeforeUnload } from '../../../shared/feedback/unsaved-changes.js';
import type { HasUnsavedChanges } from '../../../shared/feedback/unsaved-changes.js';
import { FieldError } from '../../../shared/forms/field-error.js';
import { FormProblem } from '../../../shared/forms/form-problem.js';
import { submission } from '../../../shared/forms/submission.js';
import { PrimaAction } from '../../../shared/ui/action-button/prima-action.js';
import { Banner } from '../../../shared/ui/banner/banner.js';
import { Icon } from '../../../shared/ui/icon/icon.js';
import { PageHeader } from '../../../shared/ui/page-header/page-header.js';
import { DeviceClient } from '../data/device-client.js';
import { waConnectedTexts } from '../i18n/wa-connected-texts.js';

/** Tambah Device; ends with the success line whose `redirect` leads to the list. */
@Component({
  selector: 'prima-device-create-page',
  imports: [
    Banner,
    FieldError,
    FormField,
    FormProblem,
    FormRoot,
    Icon,
    MatButton,
    Field,
    Control,
    PageHeader,
    PrimaAction,
    RouterLink,
  ],
  templateUrl: './device-create-page.html',
  styleUrl: './device-create-page.scss',
})
export class DeviceCreatePage implements HasUnsavedChanges {
  private readonly client = inject(DeviceClient);
  private readonly model = signal<Omit<DeviceCreate, 'engine'>>({ name: '', phone: '' });

  /** From the address (`?latihan=1`): begin with a practice device. */
  readonly latihan = input<string>();

  protected readonly app = injectTexts(appTexts);
  protected readonly t = injectTexts(waConnectedTexts);
  protected readonly paths = paths;
  protected readonly engines = this.client.engines();
  protected readonly created = signal<DeviceView | null>(null);
  protected readonly form = form(
    this.model,
    (path) => {
      validateStandardSchema(path, z.omit(DeviceCreate, { engine: true }));
    },
    { submission: submission(() => this.save()) },
  );

  private readonly offered = computed(() =>
    this.engines.hasValue() ? this.engines.value().items : null,
  );
  protected readonly realMissing = computed(
    () => this.offered()?.includes('whatsapp-web') === false,
  );
  /** Both are offered, so a link switches between them. */
  protected readonly hasChoice = computed(
    () => !this.realMissing() && (this.offered()?.includes('practice') ?? false),
  );
  /** WhatsApp where it is offered and practice was not asked for, else what the person chose. */
  protected readonly engine = linkedSignal<EngineKind>(() => {
    const wantsPractice = this.hasChoice() && this.latihan() !== undefined;
    return this.realMissing() || wantsPractice ? 'practice' : 'whatsapp-web';
  });

  private readonly phone = computed(() => this.form.phone().value());
  private readonly reading = this.client.phoneReading(this.phone);
  /** What the server understood of the number; stays while the next answer is on its way. */
  protected readonly understood = linkedSignal<
    PhoneReading | null | undefined,
    PhoneReading | null
  >({
    source: () => (this.reading.hasValue() ? this.reading.value() : undefined),
    computation: (now, before) => now ?? before?.value ?? null,
  });

  constructor() {
    askBeforeUnload(this);
    afterNextRender(() => {
      this.form.name().focusBoundControl();
    });
  }

  hasUnsavedChanges(): boolean {
    const { name, phone } = this.model();
    return this.created() === null && (name !== '' || phone !== '');
  }

  private async save(): Promise<void> {
    try {
      this.created.set(await this.client.add({ ...this.model(), engine: this.engine() }));
    } catch (error) {
      // A number that was taken meanwhile: the reading shows by whom, with the way to its barcode.
      this.reading.reload();
      throw error;
    }
  }
}
