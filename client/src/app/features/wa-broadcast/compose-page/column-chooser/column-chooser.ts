import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { ColumnChoice, SheetPreview } from '#contracts/recipient-import.contract.js';
import { Control } from '../../../../shared/forms/field/control.js';
import { Field } from '../../../../shared/forms/field/field.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { Format } from '../../../../shared/format/format.js';
import { PrimaAction } from '../../../../shared/ui/action-button/prima-action.js';
import { type ShownColumn, rowsBelow, shownColumns } from '../../data/column-names.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';

/** Rows of the file that are shown. */
const PREVIEW_ROWS = 5;

/** Which column holds the numbers, and which the names; suggested by the server, decided by a person. */
@Component({
  selector: 'prima-column-chooser',
  imports: [MatButton, Field, Control, PrimaAction],
  templateUrl: './column-chooser.html',
  styleUrl: './column-chooser.scss',
})
export class ColumnChooser {
  readonly preview = input.required<SheetPreview>();
  readonly fileName = input.required<string>();
  readonly chosen = output<ColumnChoice>();
  private readonly format = inject(Format);
  protected readonly t = injectTexts(waBroadcastTexts);

  protected readonly headerRow = linkedSignal(() => this.preview().headerRow);
  protected readonly phone = linkedSignal(() => this.preview().suggestion.phone);
  protected readonly name = linkedSignal(() => this.preview().suggestion.name);
  /** Whether reading was asked for without saying where the numbers are. */
  protected readonly phoneMissed = signal(false);

  protected readonly columns = computed(() => shownColumns(this.preview(), this.headerRow()));
  protected readonly rows = computed(() =>
    rowsBelow(this.preview(), this.headerRow(), PREVIEW_ROWS),
  );
  /** Rows that could hold the headers. */
  protected readonly headerRows = computed(() =>
    this.preview().firstRows.map((_, place) => place + 1),
  );
  protected readonly source = computed(() => {
    const { sheetName } = this.preview();
    const sheet = sheetName === null ? '' : ` · ${this.t('columns.sheet', { name: sheetName })}`;
    return this.fileName() + sheet;
  });

  /** The number that an option stands for; null for the first, which stands for none. */
  protected numberOf({ value }: HTMLSelectElement): number | null {
    return value === '' ? null : Number(value);
  }

  protected labelOf({ letter, header }: ShownColumn): string {
    return header
      ? this.t('columns.named', { letter, header })
      : this.t('columns.column', { letter });
  }

  protected headerLabel(row: number): string {
    return this.t('columns.headerAt', { row: this.format.write().number(row) });
  }

  /** What a column was chosen for; empty for the others. */
  protected roleOf(index: number): string {
    if (index === this.phone()) return this.t('columns.asPhone');
    return index === this.name() ? this.t('columns.asName') : '';
  }

  protected read(): void {
    const phone = this.phone();
    this.phoneMissed.set(phone === null);
    if (phone === null) return;
    const name = this.name() === phone ? null : this.name();
    this.chosen.emit({ headerRow: this.headerRow(), phone, name });
  }
}
