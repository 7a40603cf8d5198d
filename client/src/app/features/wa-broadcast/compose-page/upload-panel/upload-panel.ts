import { Component, computed, inject } from '@angular/core';
import { importFailureSentence } from '#contracts/import-texts.js';
import { Language } from '../../../../core/i18n/language.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { Format } from '../../../../shared/format/format.js';
import { ImportStore } from '../../data/import-store.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';
import { Callout } from '../../ui/callout/callout.js';
import { ColumnChooser } from '../column-chooser/column-chooser.js';
import { DropZone } from '../drop-zone/drop-zone.js';
import { ImportReport } from '../import-report/import-report.js';
import { Progress } from '../../../../shared/ui/progress/progress.js';

/** Upload Excel, step by step: the file, which column is which, what became of the rows. */
@Component({
  selector: 'prima-upload-panel',
  imports: [Callout, ColumnChooser, DropZone, ImportReport, Progress],
  templateUrl: './upload-panel.html',
  styleUrl: './upload-panel.scss',
})
export class UploadPanel {
  private readonly format = inject(Format);
  private readonly language = inject(Language);
  protected readonly store = inject(ImportStore);
  protected readonly t = injectTexts(waBroadcastTexts);

  /** What the server is just doing with the file; empty when it waits for a person. */
  protected readonly progress = computed(() => {
    const uploading = this.store.uploading();
    if (uploading !== null) return this.t('upload.uploading', { file: uploading });
    const list = this.store.view();
    if (list?.state === 'inspecting') {
      return this.t('upload.inspecting', { file: list.fileName ?? '' });
    }
    if (list?.state !== 'reading') return '';
    const { rows } = list.counts;
    return this.t.plural('upload.reading', rows, { n: this.format.write().number(rows) });
  });

  /** Why the file could not be used; empty when it could. */
  protected readonly fault = computed(() => {
    const failure = this.store.view()?.failure;
    if (failure) return importFailureSentence(failure, this.language.current());
    return this.store.problem()?.detail ?? '';
  });

  protected readonly fileName = computed(() => this.store.view()?.fileName ?? '');
  protected readonly preview = computed(() => {
    const list = this.store.view();
    return list?.state === 'choosing-columns' ? list.preview : null;
  });
  protected readonly ready = computed(() => {
    const list = this.store.view();
    return list?.state === 'ready' ? list : null;
  });
}
