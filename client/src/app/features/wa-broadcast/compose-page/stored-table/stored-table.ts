import { Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { RecipientView } from '#contracts/recipient.contract.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { PrimaAction } from '../../../../shared/ui/action-button/prima-action.js';
import { Format } from '../../../../shared/format/format.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';

/** Recipients of a saved draft, each of which can be corrected or removed. */
@Component({
  selector: 'prima-stored-table',
  imports: [MatButton, PrimaAction],
  templateUrl: './stored-table.html',
  styleUrl: './stored-table.scss',
})
export class StoredTable {
  readonly recipients = input.required<readonly RecipientView[]>();
  /** Names of the further columns. */
  readonly variableNames = input.required<readonly string[]>();
  readonly correct = output<RecipientView>();
  readonly remove = output<RecipientView>();
  protected readonly t = injectTexts(waBroadcastTexts);
  protected readonly format = inject(Format);

  protected nameOf({ name, phone }: RecipientView): string {
    return name ?? this.format.write().phone(phone);
  }

  /** Further values in the order of the columns, those that are there. */
  protected valuesOf({ variables }: RecipientView): string {
    return this.variableNames()
      .map((name) => variables[name] ?? '')
      .filter((value) => value !== '')
      .join(' · ');
  }
}
