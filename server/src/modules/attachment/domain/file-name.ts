import type { FileType } from './file-type.js';

/** Longest name in characters: WhatsApp shows the beginning alone, and file systems end at 255 bytes. */
const LONGEST = 100;

/** What a file without a usable name is called. */
const NAMELESS = { image: 'gambar', video: 'video', document: 'dokumen' } as const;

/**
 * The name that a person's computer gave a file, as a recipient may see it: no folders, nothing that
 * is invisible or turns the direction of writing (`exe.fdp` shown as `pdf.exe`), no character that a
 * computer refuses in names, and ending as the content demands, whatever it ended with before.
 */
export function cleanFileName(given: string, type: FileType): string {
  const clean = given
    .normalize('NFC')
    .replace(/^.*[/\\]/su, '')
    .replace(/[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/gu, '_')
    .replace(/\s+/gu, ' ');
  const extension =
    type.extensions.find((end) => clean.toLowerCase().endsWith(end)) ?? type.extensions[0];
  const base = clean.toLowerCase().endsWith(extension) ? clean.slice(0, -extension.length) : clean;
  const short = trimmed([...trimmed(base)].slice(0, LONGEST - extension.length).join(''));
  return `${short === '' ? NAMELESS[type.kind] : short}${extension}`;
}

/** Without dots and spaces around: a name that begins with a dot is hidden, one that ends so is refused. */
const trimmed = (name: string): string => name.replace(/^[\s.]+|[\s.]+$/gu, '');
