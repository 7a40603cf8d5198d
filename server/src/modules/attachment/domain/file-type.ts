import type { AttachmentKind } from '#contracts/attachment.contract.js';

/** A type of file that WhatsApp takes and every phone shows. */
export interface FileType {
  readonly kind: AttachmentKind;
  readonly mimeType: string;
  /** With dots, the usual one first. */
  readonly extensions: readonly [string, ...string[]];
}

/** Picture of a camera. */
export const JPEG: FileType = {
  kind: 'image',
  mimeType: 'image/jpeg',
  extensions: ['.jpg', '.jpeg'],
};
/** Picture of a screen or a drawing. */
export const PNG: FileType = { kind: 'image', mimeType: 'image/png', extensions: ['.png'] };
/** Film. */
export const MP4: FileType = { kind: 'video', mimeType: 'video/mp4', extensions: ['.mp4'] };
/** Document. */
export const PDF: FileType = {
  kind: 'document',
  mimeType: 'application/pdf',
  extensions: ['.pdf'],
};

/** So many bytes from the beginning of a file tell its type. */
export const HEAD_BYTES = 16;

/**
 * Main brands of MP4 films (ISO 14496-12, mp4ra.org). Not QuickTime (`qt  `), pictures (`heic`,
 * `avif`) or sound (`M4A `), which share the container but not every phone plays as a film.
 */
const FILM_BRANDS: ReadonlySet<string> = new Set([
  ...['isom', 'iso2', 'iso3', 'iso4', 'iso5', 'iso6', 'iso7', 'iso8', 'iso9'],
  ...['mp41', 'mp42', 'avc1', 'M4V ', 'M4VH', 'M4VP', 'MSNV', 'mp71', 'dash', 'f4v '],
]);

/**
 * The type that the content itself says, whatever the file is called; null when it is none that is
 * accepted. WebP is not: WhatsApp takes it as a sticker. SVG and HTML have no signature at all.
 *
 * @param head the first {@link HEAD_BYTES} bytes, or the whole file where it is shorter
 */
export function typeOf(head: Uint8Array): FileType | null {
  const text = latin1(head);
  if (text.startsWith('\xff\xd8\xff')) return JPEG;
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return PNG;
  // From the first byte on, though readers allow 1,024 before it: what begins as something else is that.
  if (/^%PDF-\d\.\d/u.test(text)) return PDF;
  if (text.slice(4, 8) === 'ftyp' && FILM_BRANDS.has(text.slice(8, 12))) return MP4;
  return null;
}

/** Bytes as text, one character each. */
export const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
