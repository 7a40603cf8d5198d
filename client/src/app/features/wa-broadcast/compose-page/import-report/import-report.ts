import { Component, computed, effect, inject, input, linkedSignal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { RecipientImportView } from '#contracts/recipient-import.contract.js';
import { appTexts } from '../../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { Format } from '../../../../shared/format/format.js';
import { DownloadLink } from '../../../../shared/download/download-link.js';
import { PrimaAction } from '../../../../shared/ui/action-button/prima-action.js';
import { ErrorState } from '../../../../shared/ui/error-state/error-state.js';
import { Icon } from '../../../../shared/ui/icon/icon.js';
import { Skeleton } from '../../../../shared/ui/skeleton/skeleton.js';
import { TabList } from '../../../../shared/ui/tabs/tab-list.js';
import { GrowingList } from '../../data/growing-list.js';
import { ImportClient, rejectedRowsUrl } from '../../data/import-client.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';
import { Callout } from '../../ui/callout/callout.js';
import { IssueTable } from '../issue-table/issue-table.js';
import { ValidTable } from '../valid-table/valid-table.js';

/** What became of every row of a file: Valid, Ganda, Ditolak. They add up to the rows read. */
@Component({
  selector: 'prima-import-report',
  imports: [
    DownloadLink,
    Callout,
    ErrorState,
    Icon,
    IssueTable,
    MatButton,
    PrimaAction,
    Skeleton,
    TabList,
    ValidTable,
  ],
  templateUrl: './import-report.html',
  styleUrl: './import-report.scss',
})
export class ImportReport {
  /** A list that is ready. */
  readonly list = input.required<RecipientImportView>();
  private readonly client = inject(ImportClient);
  private readonly format = inject(Format);
  protected readonly t = injectTexts(waBroadcastTexts);
  protected readonly app = injectTexts(appTexts);
  protected readonly rejectedRowsUrl = rejectedRowsUrl;

  private readonly id = computed(() => this.list().id);
  protected readonly valid = computed(() => {
    const id = this.id();
    return new GrowingList((cursor) => this.client.recipients(id, cursor));
  });
  protected readonly issues = computed(() => {
    const id = this.id();
    return (['duplicate', 'rejected'] as const).map((kind) => ({
      kind,
      rows: new GrowingList((cursor) => this.client.issues(id, { kind, cursor })),
    }));
  });

  protected readonly title = computed(() => {
    const { fileName, counts } = this.list();
    const n = this.format.write().number(counts.rows);
    return this.t('report.file', { file: fileName ?? '', n });
  });

  protected readonly optedOut = computed(() => {
    const { optedOut } = this.list().counts;
    return optedOut > 0
      ? this.t('report.optedOut', { n: this.format.write().number(optedOut) })
      : '';
  });

  protected readonly tabs = computed(() =>
    (['valid', 'duplicate', 'rejected'] as const).map((name) => ({
      name,
      label: this.label(name),
    })),
  );
  /** First the tab that needs a look: the rejected rows if there are any. */
  protected readonly chosen = linkedSignal<string>(() =>
    this.list().counts.rejected > 0 ? 'rejected' : 'valid',
  );

  constructor() {
    effect(() => {
      const lists = [this.valid(), ...this.issues().map(({ rows }) => rows)];
      untracked(() => {
        for (const list of lists) void list.more();
      });
    });
  }

  private label(kind: 'valid' | 'duplicate' | 'rejected'): string {
    const { accepted, duplicates, rejected } = this.list().counts;
    const counts = { valid: accepted, duplicate: duplicates, rejected };
    return this.t(`report.${kind}`, { n: this.format.write().number(counts[kind]) });
  }
}
