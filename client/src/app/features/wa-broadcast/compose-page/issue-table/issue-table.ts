import { Component, computed, inject, input } from '@angular/core';
import { issueSentence } from '#contracts/import-texts.js';
import type { ImportIssue } from '#contracts/recipient-import.contract.js';
import { Language } from '../../../../core/i18n/language.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';

/** Rows that did not become recipients: where, what stood there, and why. */
@Component({
  selector: 'prima-issue-table',
  template: `
    <table role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{{ t('report.row') }}</th>
          <th role="columnheader" scope="col">{{ t('report.value') }}</th>
          <th role="columnheader" scope="col">{{ t('report.reason') }}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        @for (row of rows(); track row.id) {
          <tr role="row">
            <th role="rowheader" scope="row" [attr.data-label]="t('report.row')">
              {{ row.rowNumber }}
            </th>
            <td role="cell" [attr.data-label]="t('report.value')">
              <span>{{ row.value }}</span>
              @if (row.name) {
                <span class="name">{{ row.name }}</span>
              }
            </td>
            <td role="cell" [attr.data-label]="t('report.reason')">{{ row.sentence }}</td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styleUrl: './issue-table.scss',
})
export class IssueTable {
  readonly issues = input.required<readonly ImportIssue[]>();
  private readonly language = inject(Language);
  protected readonly t = injectTexts(waBroadcastTexts);
  protected readonly rows = computed(() =>
    this.issues().map((issue) => ({
      ...issue,
      sentence: issueSentence(issue, this.language.current()),
    })),
  );
}
