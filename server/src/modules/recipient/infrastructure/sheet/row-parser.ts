import { FileRefused } from '../../domain/file-refusal.js';
import { isBlank, type SheetCell, type SheetRow } from '../../domain/sheet-cell.js';
import { cellValue, type CellContext } from './cell-value.js';
import {
  MAX_CELL_TEXT,
  MAX_COLUMNS,
  MAX_COMPRESSION_RATIO,
  MAX_WAITING_TEXT,
} from './reading-limits.js';
import type { XmlAttributes, XmlHandler } from './xml-reader.js';

/**
 * Turns the markup of a worksheet into rows. Listens between `sheetData` and its end only: what
 * follows (merged cells, validations, drawings, links) is where hostile and innocent files alike
 * drown other readers, and holds no recipient.
 */
export class RowParser implements XmlHandler {
  private readonly context: CellContext;
  private rows: SheetRow[] = [];
  /** Characters of the rows that wait to be taken. */
  private waitingText = 0;
  private inData = false;
  private ended = false;

  private rowNumber = 0;
  private cells: (SheetCell | undefined)[] = [];

  private column = -1;
  private type = 'n';
  private style = 0;
  private formula = false;
  private value: string | null = null;
  private listening = false;
  private phonetic = false;

  constructor(context: CellContext) {
    this.context = context;
  }

  /** Whether the last row has been read. */
  get finished(): boolean {
    return this.ended;
  }

  /** How many rows wait to be taken. */
  get ready(): number {
    return this.rows.length;
  }

  /** The rows since the last call. */
  take(): SheetRow[] {
    const { rows } = this;
    this.rows = [];
    this.waitingText = 0;
    return rows;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (!this.inData) {
      this.inData = name === 'sheetData' && !this.ended;
      return;
    }
    switch (name) {
      case 'row':
        this.startRow(attributes['r']);
        break;
      case 'c':
        this.startCell(attributes);
        break;
      case 'v':
        this.value ??= '';
        this.listening = true;
        break;
      case 't': // of an inline text; several in rich text
        this.value ??= '';
        this.listening = !this.phonetic;
        break;
      case 'rPh':
        this.phonetic = true;
        break;
      case 'f':
        this.formula = true;
        break;
      default:
    }
  }

  text(text: string): void {
    if (!this.listening) return;
    this.value = (this.value ?? '') + text;
    if (this.value.length > MAX_CELL_TEXT) throw new FileRefused('damaged');
  }

  close(name: string): void {
    if (!this.inData) return;
    switch (name) {
      case 'v':
      case 't':
        this.listening = false;
        break;
      case 'rPh':
        this.phonetic = false;
        break;
      case 'c':
        this.endCell();
        break;
      case 'row':
        this.endRow();
        break;
      case 'sheetData':
        this.inData = false;
        this.ended = true;
        break;
      default:
    }
  }

  /** Some writers leave out row numbers and cell addresses: then each is one more than the last. */
  private startRow(number: string | undefined): void {
    this.rowNumber =
      number !== undefined && /^\d{1,7}$/.test(number) ? Number(number) : this.rowNumber + 1;
    this.column = -1;
    this.cells = [];
  }

  private startCell(attributes: XmlAttributes): void {
    const { r, t, s } = attributes;
    const column = r === undefined ? -1 : columnOf(r);
    this.column = column < 0 ? this.column + 1 : column;
    this.type = t ?? 'n';
    this.style = s === undefined ? 0 : Number(s);
    this.formula = false;
    this.value = null;
  }

  private endCell(): void {
    const { type, style, value, formula, column } = this;
    if (column >= MAX_COLUMNS) return;
    const cell = cellValue({ type, style, value, formula }, this.context);
    if (cell === undefined || isBlank(cell)) return;
    this.waitingText += cell.text.length;
    if (this.waitingText > MAX_WAITING_TEXT) {
      throw new FileRefused('suspicious-compression', { limit: MAX_COMPRESSION_RATIO });
    }
    while (this.cells.length < column) this.cells.push(undefined); // no gaps: they slow arrays down
    this.cells[column] = cell;
  }

  private endRow(): void {
    if (this.cells.length > 0) this.rows.push({ rowNumber: this.rowNumber, cells: this.cells });
  }
}

/** Column of an address such as `AB12`, from 0; -1 when it names none. */
function columnOf(address: string): number {
  let column = 0;
  for (let i = 0; i < address.length && i < 4; i += 1) {
    const letter = address.charCodeAt(i) & ~0x20; // capital
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column - 1;
}
