import helmet from 'helmet';
import type { NextFunction, Request, Response } from 'express';
import type { Config } from '../config/config.js';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Policy of everything that is not our page: it may do nothing, should a browser ever show it. */
const POLICY_OF_DATA =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Content-Security-Policy of our page (OWASP ASVS 5.0, 3.4.3 and 3.4.6). Only scripts and styles with
 * this response's nonce, and what they load themselves, run; nothing is loaded from elsewhere; text
 * never becomes script (Trusted Types; the named policies are Angular's own); nobody but pages of
 * `framedBy` (origins) may frame the page.
 */
export function policyOfPage(nonce: string, framedBy: readonly string[] = []): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    // Films that go with a message, in the preview of it.
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `frame-ancestors ${ancestors(framedBy)}`,
    "require-trusted-types-for 'script'",
    'trusted-types angular angular#bundler angular#components',
  ].join('; ');
}

/** Policy of a page without scripts, with one style of this nonce, for pages of `framedBy` to show. */
export const policyOfPlainPage = (nonce: string, framedBy: readonly string[]): string =>
  `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors ${ancestors(framedBy)}`;

const ancestors = (origins: readonly string[]): string =>
  origins.length === 0 ? "'none'" : origins.join(' ');

/** Headers of every answer (OWASP ASVS 5.0, 3.4). The page replaces the policy by its own. */
export function securityHeaders(config: Config) {
  const others = helmet({
    contentSecurityPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    // For browsers and plug-ins that are gone (Internet Explorer, Flash), or off by default since.
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
    // Only https can promise https, and a trial over http must not be locked out for a year.
    strictTransportSecurity: config.secureCookies && {
      maxAge: YEAR_SECONDS,
      includeSubDomains: false,
    },
  });
  return (request: Request, response: Response, next: NextFunction): void => {
    response.setHeader('Content-Security-Policy', POLICY_OF_DATA);
    response.setHeader('Cache-Control', 'no-store');
    others(request, response, next);
  };
}
