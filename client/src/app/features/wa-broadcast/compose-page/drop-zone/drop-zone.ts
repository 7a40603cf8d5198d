import { Component, computed, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { DownloadLink } from '../../../../shared/download/download-link.js';
import { PrimaAction } from '../../../../shared/ui/action-button/prima-action.js';
import { Icon } from '../../../../shared/ui/icon/icon.js';
import { TEMPLATE_URL } from '../../data/import-client.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';
import { Callout } from '../../ui/callout/callout.js';

const ACCEPTED = /\.(xlsx|csv)$/i;

/** Where a file of recipients is dropped or chosen. What it really is, the server finds out. */
@Component({
  selector: 'prima-drop-zone',
  imports: [DownloadLink, Callout, Icon, MatButton, PrimaAction],
  templateUrl: './drop-zone.html',
  styleUrl: './drop-zone.scss',
})
export class DropZone {
  /** What stands on the button. */
  readonly label = input.required<string>();
  /** Whether it may step back: there is a file already that is being dealt with. */
  readonly compact = input(false);
  readonly chosen = output<File>();
  protected readonly t = injectTexts(waBroadcastTexts);
  protected readonly templateUrl = TEMPLATE_URL;
  protected readonly over = signal(false);
  /** Name of a file that is certainly none of ours; empty for more than one file. */
  private readonly refused = signal<string | null>(null);

  protected readonly refusal = computed(() => {
    const file = this.refused();
    if (file === null) return '';
    return file === '' ? this.t('upload.oneOnly') : this.t('upload.wrongKind', { file });
  });

  protected drag(event: DragEvent): void {
    // Without this the browser would open the file in place of the page.
    event.preventDefault();
    this.over.set(true);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    this.take(event.dataTransfer?.files ?? null);
  }

  protected pick(event: Event): void {
    const field = event.target as HTMLInputElement;
    this.take(field.files);
    // The same file may be chosen again after it was corrected.
    field.value = '';
  }

  private take(files: FileList | null): void {
    const file = files?.[0];
    if (!files || !file) return;
    if (files.length > 1) this.refused.set('');
    else if (!ACCEPTED.test(file.name)) this.refused.set(file.name);
    else {
      this.refused.set(null);
      this.chosen.emit(file);
    }
  }
}
