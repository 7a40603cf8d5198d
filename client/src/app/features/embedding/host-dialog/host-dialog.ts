import { Component, type WritableSignal, computed, inject, signal } from '@angular/core';
import { FormField, FormRoot, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import * as z from 'zod/mini';
import { type EmbedHostView, EmbedHostWish, FrameOrigin } from '#contracts/embed.contract.js';
import { Role } from '#contracts/user.contract.js';
import { Control } from '../../../shared/forms/field/control.js';
import { Field } from '../../../shared/forms/field/field.js';
import { appTexts } from '../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { FieldError } from '../../../shared/forms/field-error.js';
import { FormProblem } from '../../../shared/forms/form-problem.js';
import { submission } from '../../../shared/forms/submission.js';
import { PrimaAction } from '../../../shared/ui/action-button/prima-action.js';
import { DIALOG_PARTS } from '../../../shared/ui/dialogs/dialog-parts.js';
import { EmbeddingClient } from '../data/embedding-client.js';
import { embeddingTexts } from '../i18n/embedding-texts.js';

/** The dashboard to change (null: a new one), and what the server lets it give. */
export interface HostDialogData {
  readonly host: EmbedHostView | null;
  readonly mayGrantAdministrator: boolean;
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** As the contract, but origins are typed as lines. */
const Typed = z.object({
  name: EmbedHostWish.shape.name,
  issuer: EmbedHostWish.shape.issuer,
  origins: z
    .string()
    .check(
      z.refine(
        (text) => z.array(FrameOrigin).check(z.maxLength(10)).safeParse(linesOf(text)).success,
      ),
    ),
});

/** Tambah or Ubah dashboard: closes with true once it is saved. */
@Component({
  selector: 'prima-embed-host-dialog',
  imports: [
    FieldError,
    FormField,
    FormProblem,
    FormRoot,
    MatButton,
    MatCheckbox,
    DIALOG_PARTS,
    Field,
    Control,
    PrimaAction,
  ],
  templateUrl: './host-dialog.html',
  styles: `
    mat-dialog-content {
      display: grid;
      gap: 16px;
    }

    prima-field:first-of-type {
      margin-top: 8px;
    }

    fieldset {
      display: grid;
      margin: 0;
      padding: 0 8px 8px;
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: 8px;
    }
  `,
})
export class HostDialog {
  private readonly client = inject(EmbeddingClient);
  private readonly opened = inject<MatDialogRef<HostDialog, boolean>>(MatDialogRef);
  protected readonly data = inject<HostDialogData>(MAT_DIALOG_DATA);
  private readonly before = this.data.host;
  private readonly model = signal({
    name: this.before?.name ?? '',
    issuer: this.before?.issuer ?? '',
    origins: this.before?.origins.join('\n') ?? '',
  });
  private readonly known = this.client.devices();
  protected readonly t = injectTexts(embeddingTexts);
  protected readonly app = injectTexts(appTexts);
  protected readonly roles = Role.options;
  protected readonly devices = computed(() =>
    this.known.hasValue() ? this.known.value().items : [],
  );
  protected readonly chosenRoles = signal<ReadonlySet<Role>>(
    new Set(this.before?.roles ?? ['viewer', 'operator', 'confirmer']),
  );
  protected readonly chosenDevices = signal<ReadonlySet<string>>(
    new Set(this.before?.deviceIds ?? []),
  );
  protected readonly allDevices = signal((this.before?.deviceIds ?? null) === null);
  protected readonly isOpen = signal(this.before?.isOpen ?? true);
  protected readonly form = form(
    this.model,
    (path) => {
      validateStandardSchema(path, Typed);
    },
    { submission: submission(() => this.save()) },
  );

  protected roleKey(role: Role) {
    return `role.${role}` as const;
  }

  protected choose<T>(chosen: WritableSignal<ReadonlySet<T>>, value: T, isChosen: boolean): void {
    const next = new Set(chosen());
    if (isChosen) next.add(value);
    else next.delete(value);
    chosen.set(next);
  }

  private async save(): Promise<void> {
    const { name, issuer, origins } = this.model();
    await this.client.save(this.before?.id ?? null, {
      name,
      issuer,
      origins: linesOf(origins),
      roles: [...this.chosenRoles()],
      deviceIds: this.allDevices() ? null : [...this.chosenDevices()],
      isOpen: this.isOpen(),
    });
    this.opened.close(true);
  }
}
