import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

/** One file of the built client, kept in memory: a rebuild on the disk does not mix two versions. */
export interface ClientFile {
  readonly body: Buffer;
  readonly type: string;
  /** Worth compressing: text, not pictures and fonts. */
  readonly isText: boolean;
  /** Its name changes with its content, so a browser may keep it for good. */
  readonly isImmutable: boolean;
  readonly etag: string;
}

/** The built client. */
export interface ClientBundle {
  /** By path below the root, `/main-ABCDEFGH.js`. The page itself is not among them. */
  readonly files: ReadonlyMap<string, ClientFile>;
  /** The page, with this response's nonce wherever the policy asks for one. */
  page(nonce: string): string;
}

const PAGE = '/index.html';
const NONCE_MARK = '__CSP_NONCE__';

const TEXT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
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

/** The builder ends the name of what it hashed so: `chunk-4TQX7W2B.js`. */
const HASHED_NAME = /-[A-Z0-9]{8}\.[a-z0-9]+$/u;

/** Reads the client that was built into `folder`; null when there is none (in development). */
export function readClientBundle(folder: string): ClientBundle | null {
  if (!existsSync(join(folder, PAGE))) return null;
  const files = new Map<string, ClientFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, file).split(sep).join('/')}`, readClientFile(file));
  }
  const template = withNonces(files.get(PAGE)?.body.toString('utf8') ?? '');
  files.delete(PAGE);
  return { files, page: (nonce) => template.replaceAll(NONCE_MARK, nonce) };
}

function readClientFile(file: string): ClientFile {
  const body = readFileSync(file);
  const textType = TEXT_TYPES[extname(file)];
  return {
    body,
    type: textType ?? OTHER_TYPES[extname(file)] ?? 'application/octet-stream',
    isText: textType !== undefined,
    isImmutable: HASHED_NAME.test(file),
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
  };
}

/** Marks every tag that the policy stops without a nonce, unless the build has marked it. */
function withNonces(html: string): string {
  const tags =
    /<(?:script|style|link(?=[^>]*\brel="(?:stylesheet|modulepreload)"))(?![^>]*\bnonce=)/gu;
  return html.replace(tags, (tag) => `${tag} nonce="${NONCE_MARK}"`);
}
