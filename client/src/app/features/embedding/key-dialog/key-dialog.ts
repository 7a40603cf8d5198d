import { Component, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import { MatRadioModule } from '@angular/material/radio';
import type { EmbedHostView, EmbedKeyCreated, EmbedKeyWish } from '#contracts/embed.contract.js';
import { Control } from '../../../shared/forms/field/control.js';
import { Field } from '../../../shared/forms/field/field.js';
import { ProblemError } from '../../../core/http/problem-error.js';
import { appTexts } from '../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { PrimaAction } from '../../../shared/ui/action-button/prima-action.js';
import { DIALOG_PARTS } from '../../../shared/ui/dialogs/dialog-parts.js';
import { EmbeddingClient } from '../data/embedding-client.js';
import { embeddingTexts } from '../i18n/embedding-texts.js';

/** Tambah kunci: makes a secret and shows it this once, or takes a public key. */
@Component({
  selector: 'prima-embed-key-dialog',
  imports: [MatButton, DIALOG_PARTS, Field, Control, MatRadioModule, PrimaAction],
  templateUrl: './key-dialog.html',
  styles: `
    mat-radio-group {
      display: grid;
    }

    small {
      margin: -8px 0 8px 40px;
      color: var(--mat-sys-on-surface-variant);
    }

    prima-field {
      width: 100%;
    }

    .secret {
      display: block;
      padding: 12px;
      border-radius: 8px;
      background: var(--mat-sys-surface-container-highest);
      user-select: all;
    }

    .refusal {
      color: var(--prima-red);
    }
  `,
})
export class KeyDialog {
  private readonly client = inject(EmbeddingClient);
  private readonly pem = viewChild<ElementRef<HTMLTextAreaElement>>('pem');
  protected readonly host = inject<EmbedHostView>(MAT_DIALOG_DATA);
  protected readonly t = injectTexts(embeddingTexts);
  protected readonly app = injectTexts(appTexts);
  protected readonly kind = signal<EmbedKeyWish['kind']>('secret');
  protected readonly created = signal<EmbedKeyCreated | null>(null);
  protected readonly busy = signal(false);
  protected readonly refusal = signal('');

  protected async make(): Promise<void> {
    this.busy.set(true);
    this.refusal.set('');
    try {
      this.created.set(await this.client.addKey(this.host.id, this.wish()));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.refusal.set(error.fields[0]?.message ?? error.detail);
    } finally {
      this.busy.set(false);
    }
  }

  private wish(): EmbedKeyWish {
    if (this.kind() === 'secret') return { kind: 'secret' };
    return { kind: 'public-key', pem: this.pem()?.nativeElement.value.trim() ?? '' };
  }
}
