import type { NextFunction, Request, Response } from 'express';
import type { Config } from '../config/config.js';
import { DomainError } from '../kernel/domain-error.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Kinds of body that routes read. */
const BODY_TYPES = ['application/json', 'multipart/form-data'];

/**
 * Refuses to change anything for a page of another site (OWASP ASVS 5.0, 3.5.1–3.5.3), although the
 * browser sends our cookie along. A change must come
 *  - with `X-Requested-By`, which another site cannot add without asking us first, and we never agree;
 *  - by the browser's own word (`Sec-Fetch-Site`) from our pages, or, where it says nothing (plain http on a
 *    network address), with an `Origin` that is ours;
 *  - as JSON or as a file upload, nothing that a plain form can send unnoticed.
 */
export function sameOriginOnly(config: Config) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    if (SAFE_METHODS.has(request.method)) {
      next();
      return;
    }
    if (!request.get('X-Requested-By') || !isFromOurPages(request, config)) {
      throw new DomainError('REQUEST.CROSS_SITE');
    }
    if (hasBody(request) && !request.is(BODY_TYPES)) throw new DomainError('REQUEST.MEDIA_TYPE');
    next();
  };
}

const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

function isFromOurPages(request: Request, config: Config): boolean {
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin';
  const origin = request.get('Origin');
  return origin !== undefined && origin === ourOrigin(request, config);
}

/** Where our pages are: where the settings say, else where this request was sent to. */
export function ourOrigin(request: Request, config: Config): string {
  if (config.publicUrl !== null) return new URL(config.publicUrl).origin;
  return `${request.protocol}://${request.get('Host') ?? ''}`;
}
