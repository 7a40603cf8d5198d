import { Component, inject, input } from '@angular/core';
import type { RecipientView } from '#contracts/recipient.contract.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { Format } from '../../../../shared/format/format.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';

/** Rows that became recipients. */
@Component({
  selector: 'prima-valid-table',
  template: `
    <table>
      <thead>
        <tr>
          <th scope="col">{{ t('report.row') }}</th>
          <th scope="col">{{ t('report.phone') }}</th>
          <th scope="col">{{ t('report.name') }}</th>
        </tr>
      </thead>
      <tbody>
        @for (recipient of recipients(); track recipient.id) {
          <tr>
            <th scope="row">{{ recipient.rowNumber }}</th>
            <td>{{ format.write().phone(recipient.phone) }}</td>
            <td>{{ recipient.name }}</td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styles: `
    table {
      width: 100%;
      border-spacing: 0;
    }

    th,
    td {
      padding: 6px 8px;
      border-bottom: 1px solid var(--mat-sys-outline-variant);
      font: var(--mat-sys-body-medium);
      font-variant-numeric: tabular-nums;
      text-align: left;
    }

    thead th {
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-title-small);
    }

    th:first-child {
      width: 72px;
    }
  `,
})
export class ValidTable {
  readonly recipients = input.required<readonly RecipientView[]>();
  protected readonly t = injectTexts(waBroadcastTexts);
  protected readonly format = inject(Format);
}
