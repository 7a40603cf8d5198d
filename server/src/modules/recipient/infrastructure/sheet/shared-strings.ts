import { FileRefused } from '../../domain/file-refusal.js';
import { decodeEscapes } from './escapes.js';
import { MAX_CELL_TEXT } from './reading-limits.js';
import { readXml, type XmlHandler } from './xml-reader.js';

/**
 * The table of texts that the cells of a workbook point into, kept as one block of bytes: a million
 * texts cost their own length and four bytes each, outside the heap.
 */
export class SharedStrings {
  private bytes = Buffer.allocUnsafe(64 * 1024);
  private ends = new Uint32Array(4 * 1024);
  private count = 0;

  /** Appends the text with the next number. */
  add(text: string): void {
    const start = this.endOf(this.count - 1);
    const needed = start + text.length * 3; // the most that UTF-8 needs for a UTF-16 unit
    if (needed > this.bytes.length) {
      const grown = Buffer.allocUnsafe(Math.max(needed, this.bytes.length * 2));
      this.bytes.copy(grown, 0, 0, start);
      this.bytes = grown;
    }
    if (this.count === this.ends.length) {
      const grown = new Uint32Array(this.ends.length * 2);
      grown.set(this.ends);
      this.ends = grown;
    }
    this.ends[this.count] = start + this.bytes.write(text, start);
    this.count += 1;
  }

  /**
   * The text with this number, from 0.
   *
   * @throws FileRefused `damaged` when there is none
   */
  get(index: number): string {
    if (!(index >= 0 && index < this.count)) throw new FileRefused('damaged');
    return this.bytes.toString('utf8', this.endOf(index - 1), this.endOf(index));
  }

  private endOf(index: number): number {
    return index < 0 ? 0 : (this.ends[index] ?? 0);
  }
}

/** Reads the part that holds the table: all runs of rich text, no phonetic hints (`rPh`). */
export async function readSharedStrings(chunks: AsyncIterable<Buffer>): Promise<SharedStrings> {
  const strings = new SharedStrings();
  await readXml(chunks, new SharedStringsHandler(strings));
  return strings;
}

class SharedStringsHandler implements XmlHandler {
  private readonly strings: SharedStrings;
  private value = '';
  private inText = false;
  private phonetic = false;

  constructor(strings: SharedStrings) {
    this.strings = strings;
  }

  open(name: string): void {
    if (name === 'si') this.value = '';
    else if (name === 'rPh') this.phonetic = true;
    else if (name === 't') this.inText = !this.phonetic;
  }

  text(text: string): void {
    if (!this.inText) return;
    this.value += text;
    if (this.value.length > MAX_CELL_TEXT) throw new FileRefused('damaged');
  }

  close(name: string): void {
    if (name === 't') this.inText = false;
    else if (name === 'rPh') this.phonetic = false;
    else if (name === 'si') this.strings.add(decodeEscapes(this.value));
  }
}
