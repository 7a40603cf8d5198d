import { Component, computed, inject, inputBinding, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ATTACHMENT_TYPES } from '#contracts/attachment.contract.js';
import { appTexts } from '../../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { Format } from '../../../../shared/format/format.js';
import { PrimaAction } from '../../../../shared/ui/action-button/prima-action.js';
import { Icon } from '../../../../shared/ui/icon/icon.js';
import { AttachmentStore } from '../../data/attachment-store.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';
import { Lazy, type LazyPart } from '../../../../shared/ui/lazy/lazy.js';
import { Callout } from '../../ui/callout/callout.js';
import { Progress } from '../../../../shared/ui/progress/progress.js';

/** The one image, PDF or video of a message: chosen or dropped, on its way, or there. */
@Component({
  selector: 'prima-attachment-part',
  imports: [Lazy, Callout, Icon, MatButton, Progress, PrimaAction],
  templateUrl: './attachment-part.html',
  styleUrl: './attachment-part.scss',
})
export class AttachmentPart {
  private readonly format = inject(Format);
  protected readonly store = inject(AttachmentStore);
  protected readonly t = injectTexts(waBroadcastTexts);
  protected readonly app = injectTexts(appTexts);
  protected readonly accept = Object.values(ATTACHMENT_TYPES).flat().join(',');
  protected readonly over = signal(false);
  protected readonly preview: LazyPart = {
    load: async () =>
      (await import('../../ui/attachment-preview/attachment-preview.js')).AttachmentPreview,
    bindings: [
      inputBinding('attachment', this.store.attachment),
      inputBinding('withName', () => true),
    ],
  };

  protected readonly percent = computed(() => {
    const upload = this.store.uploading();
    return upload && upload.total > 0 ? (upload.loaded / upload.total) * 100 : 0;
  });
  protected readonly progress = computed(() => {
    const upload = this.store.uploading();
    if (!upload) return '';
    const write = this.format.write();
    const { fileName, loaded, total } = upload;
    // Everything is there; the server looks at the content before it answers.
    if (loaded >= total) return this.t('attachment.checking', { file: fileName });
    const done = write.bytes(loaded);
    return this.t('attachment.uploading', { file: fileName, done, total: write.bytes(total) });
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
    if (files.length > 1) this.store.refuse(this.t('attachment.oneOnly'));
    else this.store.choose(file);
  }
}
