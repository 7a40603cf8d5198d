import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';

/** One file of the built client, in memory. */
export interface ClientFile {
  readonly body: Buffer;
  readonly type: string;
  /** Worth compressing: text, not pictures and fonts. */
  readonly isText: boolean;
  /** A script, style or font: never shown by itself, only loaded by our page. */
  readonly isPart: boolean;
  /** Its name changes with its content, so a browser may keep it for good. */
  readonly isImmutable: boolean;
  readonly etag: string;
}

const PAGE = '/index.html';
const NONCE_MARK = '__CSP_NONCE__';

const PARTS = new Set(['.css', '.js', '.woff2']);

const TEXT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

const OTHER_TYPES: Readonly<Record<string, string>> = {
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/**
 * The builder ends the name of what it hashed so: `main-4TQX7W2B.js`, `chunk-ChUW9W_g.js`. A capital or a
 * digit tells a hash from a word: `device-settings.js`.
 */
const HASHED_NAME = /-(?=[^.]*[A-Z0-9])[\w-]{8}\.[a-z0-9]+$/u;

/** Paths that name a file: no part begins with a dot, so none leads out of the folder or to a hidden file. */
const FILE_PATH = /^(?:\/[A-Za-z0-9_][\w.@-]*)+$/u;

interface Cached {
  readonly file: ClientFile;
  readonly changedAt: number;
}

/**
 * The folder of the built client. What was read once stays in memory until it changes on the disk: in
 * development the client is built anew under a running server.
 */
export class ClientFolder {
  private readonly cache = new Map<string, Cached>();

  constructor(private readonly folder: string) {}

  /** The file at `path` (`/main-ABCDEFGH.js`), or null when there is none. */
  find(path: string): ClientFile | null {
    const cached = this.cache.get(path);
    if (cached?.file.isImmutable) return cached.file;
    if (!FILE_PATH.test(path)) return null;
    const name = join(this.folder, path);
    const found = statSync(name, { throwIfNoEntry: false });
    if (!found?.isFile()) return null;
    if (cached?.changedAt === found.mtimeMs) return cached.file;
    const file = readClientFile(name);
    this.cache.set(path, { file, changedAt: found.mtimeMs });
    return file;
  }

  /**
   * The page, with this response's nonce on every tag that the policy stops without one. Null when no
   * client was built.
   */
  page(nonce: string): string | null {
    const html = this.find(PAGE)?.body.toString('utf8');
    return html === undefined ? null : withNonces(html).replaceAll(NONCE_MARK, nonce);
  }
}

function readClientFile(file: string): ClientFile {
  const body = readFileSync(file);
  const textType = TEXT_TYPES[extname(file)];
  return {
    body,
    type: textType ?? OTHER_TYPES[extname(file)] ?? 'application/octet-stream',
    isText: textType !== undefined,
    isPart: PARTS.has(extname(file)),
    isImmutable: HASHED_NAME.test(file),
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
  };
}

/** Marks every tag that needs a nonce, unless the build has marked it. */
function withNonces(html: string): string {
  const tags =
    /<(?:script|style|link(?=[^>]*\brel="(?:stylesheet|modulepreload)"))(?![^>]*\bnonce=)/gu;
  return html.replace(tags, (tag) => `${tag} nonce="${NONCE_MARK}"`);
}
