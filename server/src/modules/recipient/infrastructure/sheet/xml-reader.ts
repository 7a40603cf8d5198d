import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { FileRefused } from '../../domain/file-refusal.js';
import { MAX_TOKEN_LENGTH } from './reading-limits.js';

/** Attributes of an element, by their full names. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** What a part's reader wants to hear. Names come without the prefix of the document's own vocabulary. */
export interface XmlHandler {
  open(name: string, attributes: XmlAttributes): void;
  close(name: string): void;
  text(text: string): void;
}

/** Sheets nest some ten elements deep; deeper is written to fill memory. */
const MAX_DEPTH = 100;

/**
 * Feeds one XML part to a handler, chunk by chunk, keeping nothing but the element it stands in.
 *
 * The prefix of the root element (`x:worksheet`) is that of the vocabulary and is left out of names;
 * elements of other vocabularies keep theirs and so never match. No entity but XML's own five exists,
 * and a document type declaration ends the reading.
 */
export class XmlReader {
  private readonly parser = new SaxesParser({ xmlns: false, position: false });
  private readonly handler: XmlHandler;
  private decoder: TextDecoder | null = null;
  private prefix: string | null = null;
  private depth = 0;
  private events = 0;
  /** Characters since the last event. */
  private silence = 0;

  constructor(handler: XmlHandler) {
    this.handler = handler;
    this.parser.on('doctype', () => {
      throw new FileRefused('doctype');
    });
    this.parser.on('opentag', ({ name, attributes }) => {
      this.open(name, attributes);
    });
    this.parser.on('closetag', ({ name }) => {
      this.depth -= 1;
      handler.close(this.localName(name));
    });
    this.parser.on('text', (text) => {
      this.events += 1;
      handler.text(text);
    });
    this.parser.on('cdata', (text) => {
      handler.text(text);
    });
  }

  /** @throws FileRefused `damaged`, `doctype` */
  write(chunk: Buffer): void {
    this.decoder ??= decoderFor(chunk);
    this.feed(this.decoder.decode(chunk, { stream: true }));
  }

  /**
   * Says that the part has ended.
   *
   * @throws FileRefused `damaged` when it ended too early
   */
  end(): void {
    this.feed(this.decoder?.decode() ?? '');
    this.guard(() => this.parser.close());
  }

  private feed(text: string): void {
    const before = this.events;
    this.guard(() => this.parser.write(text));
    this.silence = this.events > before ? 0 : this.silence + text.length;
    if (this.silence > MAX_TOKEN_LENGTH) throw new FileRefused('damaged');
  }

  private guard(parse: () => unknown): void {
    try {
      parse();
    } catch (error) {
      throw error instanceof FileRefused ? error : new FileRefused('damaged', {}, { cause: error });
    }
  }

  private open(name: string, attributes: XmlAttributes): void {
    this.events += 1;
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw new FileRefused('damaged');
    this.prefix ??= name.slice(0, name.indexOf(':') + 1);
    this.handler.open(this.localName(name), attributes);
  }

  private localName(name: string): string {
    const { prefix } = this;
    return prefix !== null && prefix !== '' && name.startsWith(prefix)
      ? name.slice(prefix.length)
      : name;
  }
}

/** Reads a whole part. */
export async function readXml(chunks: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  const reader = new XmlReader(handler);
  for await (const chunk of chunks) reader.write(chunk);
  reader.end();
}

/** Office Open XML allows UTF-8 and UTF-16 (ECMA-376 part 2, 8.1.4); the latter begins with a mark. */
function decoderFor(chunk: Buffer): TextDecoder {
  const mark = chunk.length >= 2 ? chunk.readUInt16BE(0) : 0;
  if (mark === 0xfffe) return new TextDecoder('utf-16le');
  return new TextDecoder(mark === 0xfeff ? 'utf-16be' : 'utf-8');
}
