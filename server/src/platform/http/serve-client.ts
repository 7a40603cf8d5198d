import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';
import type { NextFunction, Request, Response } from 'express';
import { DomainError } from '../kernel/domain-error.js';
import type { ClientFile, ClientFolder } from './client-folder.js';
import { policyOfPage } from './security-headers.js';

const compress = promisify(gzip);

/** Smaller ones gain nothing; from here on a page of fifty small scripts is 5 kB lighter. */
const SMALLEST_COMPRESSED = 300;

const NONCE_BYTES = 16;

/**
 * Serves the built client to everything outside `others`: its files by their names, and the page for
 * every other path, so that a link into the product opens there. A file that is not there is a 404, never
 * the page: a browser must not read the page as a script.
 *
 * @param folder null: there is no client, and everything outside of them is a 404.
 * @param others paths that routes answer, with all below them.
 */
export function serveClient(folder: ClientFolder | null, others: readonly string[]) {
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const { path } = request;
    if (others.some((prefix) => path === prefix || path.startsWith(`${prefix}/`))) {
      next();
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      throw new DomainError('REQUEST.METHOD_NOT_ALLOWED');
    }
    if (path !== '/index.html' && hasExtension(path)) {
      await sendFile(request, response, folder?.find(path) ?? null);
    } else {
      sendPage(request, response, folder);
    }
  };
}

const hasExtension = (path: string): boolean => path.slice(path.lastIndexOf('/')).includes('.');

function sendPage(request: Request, response: Response, folder: ClientFolder | null): void {
  const nonce = randomBytes(NONCE_BYTES).toString('base64');
  const page = folder?.page(nonce) ?? null;
  if (page === null) throw new DomainError('REQUEST.NOT_FOUND');
  response.setHeader('Content-Security-Policy', policyOfPage(nonce));
  response.type('html').vary('Accept-Encoding');
  if (request.acceptsEncodings('gzip') !== 'gzip') {
    response.send(page);
    return;
  }
  // Small and never twice the same. Nothing in it but the nonce is secret, and that is used this once.
  response.setHeader('Content-Encoding', 'gzip');
  response.send(gzipSync(page));
}

async function sendFile(
  request: Request,
  response: Response,
  file: ClientFile | null,
): Promise<void> {
  if (file === null) throw new DomainError('REQUEST.NOT_FOUND');
  if (file.isPart) {
    for (const name of OF_DOCUMENTS) response.removeHeader(name);
    // HTTP/1.1 keeps the connection without a word about it.
    response.removeHeader('Connection');
  }
  const caching = file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache';
  response.setHeader('Cache-Control', caching);
  response.setHeader('Content-Type', file.type);
  // What never changes is never asked about again.
  if (!file.isImmutable) response.setHeader('ETag', file.etag);
  if (!file.isText || file.body.length < SMALLEST_COMPRESSED) {
    response.send(file.body);
    return;
  }
  response.vary('Accept-Encoding');
  if (request.acceptsEncodings('gzip') !== 'gzip') {
    response.send(file.body);
    return;
  }
  response.setHeader('Content-Encoding', 'gzip');
  response.send(await gzipOf(file));
}

/**
 * Headers that say something about a document, an answer with data or a request that somebody may ask about.
 * A page loads some forty scripts: on each of them they would be 450 bytes that no browser looks at, and what
 * is in them anybody may read in this repository.
 */
const OF_DOCUMENTS = [
  'Content-Security-Policy',
  'Cross-Origin-Opener-Policy',
  'Cross-Origin-Resource-Policy',
  'Origin-Agent-Cluster',
  'Referrer-Policy',
  'X-Frame-Options',
  'X-Request-Id',
];

/** Compressed once per file; forgotten with it. */
const compressed = new WeakMap<ClientFile, Promise<Buffer>>();

function gzipOf(file: ClientFile): Promise<Buffer> {
  const known = compressed.get(file) ?? compress(file.body, { level: 9 });
  compressed.set(file, known);
  return known;
}
