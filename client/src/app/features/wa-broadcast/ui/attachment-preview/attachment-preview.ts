import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import type { AttachmentKind, AttachmentView } from '#contracts/attachment.contract.js';
import { FrameAccess } from '../../../../core/embed/frame-access.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { DownloadLink } from '../../../../shared/download/download-link.js';
import { showableUrl } from '../../../../shared/download/file-url.js';
import { Format } from '../../../../shared/format/format.js';
import { Icon, type IconName } from '../../../../shared/ui/icon/icon.js';
import { contentUrl } from '../../data/attachment-client.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';

const ICONS: Readonly<Record<AttachmentKind, IconName>> = {
  image: 'attach_file',
  video: 'play_circle',
  document: 'description',
};

/**
 * The file of a message as the patient gets it: the picture, the film to be played, or a document to
 * be opened; `brief` says its name and size in one line only. Where the rest of the screen matters more,
 * `--attachment-height` bounds picture and film.
 */
@Component({
  selector: 'prima-attachment-preview',
  imports: [DownloadLink, Icon, NgTemplateOutlet],
  template: `
    @if (!brief()) {
      @switch (attachment().kind) {
        @case ('image') {
          <img [src]="shown()" [alt]="t('attachment.image', { file: attachment().fileName })" />
        }
        @case ('video') {
          <video
            controls
            preload="metadata"
            [src]="shown()"
            [attr.aria-label]="t('attachment.video', { file: attachment().fileName })"
          ></video>
        }
      }
    }
    @if (brief() || attachment().kind === 'document' || withName()) {
      @if (framed) {
        <a [primaDownload]="url()"><ng-container [ngTemplateOutlet]="label" /></a>
      } @else {
        <a target="_blank" rel="noopener" [href]="url()">
          <ng-container [ngTemplateOutlet]="label" />
        </a>
      }
    }
    <ng-template #label>
      <prima-icon [name]="icon()" />
      <span>
        {{ attachment().fileName }}
        <small>{{ format.write().bytes(attachment().size) }}</small>
      </span>
    </ng-template>
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
      justify-items: start;
      min-width: 0;
    }

    img,
    video {
      display: block;
      max-width: 100%;
      max-height: var(--attachment-height, 240px);
      border-radius: 8px;
      background: var(--mat-sys-surface-container);
    }

    a {
      display: inline-flex;
      gap: 8px;
      align-items: center;
      max-width: 100%;
      min-height: 32px;
      overflow-wrap: anywhere;
    }

    prima-icon {
      color: var(--mat-sys-on-surface-variant);
      font-size: 28px;
    }

    /* A box of its own, which the line under the name does not reach. */
    small {
      display: inline-block;
      width: 100%;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-small);
    }
  `,
})
export class AttachmentPreview {
  readonly attachment = input.required<AttachmentView>();
  readonly brief = input(false);
  /** Whether name and size stand below a picture or film as well. */
  readonly withName = input(false);
  protected readonly t = injectTexts(waBroadcastTexts);
  protected readonly format = inject(Format);
  protected readonly url = computed(() => contentUrl(this.attachment().id));
  /** What pictures and films show; not asked for where only the name stands. */
  protected readonly shown = showableUrl(
    computed(() => (this.brief() || this.attachment().kind === 'document' ? null : this.url())),
  );
  protected readonly framed = inject(FrameAccess).isFramed;
  protected readonly icon = computed(() => ICONS[this.attachment().kind]);
}
