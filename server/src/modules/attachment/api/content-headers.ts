import type { AttachmentContent } from '../application/attachments.js';

/** What a file may do should a browser show it as a page of its own: nothing. */
const POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Headers of a file that a person uploaded (OWASP ASVS 5.0, 3.2.1): its type is what we found it to be
 * and is not guessed anew, it is shown in a sandbox, and under its own name when it is saved. A PDF goes
 * without the sandbox, in which browsers do not open their viewer; no script of ours runs in that.
 */
export function contentHeaders({
  kind,
  fileName,
  mimeType,
}: Pick<AttachmentContent, 'kind' | 'fileName' | 'mimeType'>): Readonly<Record<string, string>> {
  return {
    'Content-Type': mimeType,
    'Content-Disposition': `inline; filename="${plain(fileName)}"; filename*=UTF-8''${encoded(fileName)}`,
    'Content-Security-Policy': kind === 'document' ? POLICY : `${POLICY}; sandbox`,
    'X-Content-Type-Options': 'nosniff',
  };
}

/** For readers that do not know RFC 6266: visible ASCII without what would end the text. */
const plain = (name: string): string => name.replace(/[^\x20-\x7e]|["\\%]/gu, '_');

/** As RFC 8187 wants it: more is escaped than in addresses. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
