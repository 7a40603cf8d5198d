import { HttpException } from '@nestjs/common';
import { isDatabaseAway } from '../database/database-away.js';
import { DomainError } from '../kernel/domain-error.js';

/** When to try again while the database is away, in seconds: connections come back within some. */
const DATABASE_RETRY_SECONDS = 10;

const BYTES_PER_MEGABYTE = 1024 * 1024;

/**
 * The refusal that `error` amounts to, or null when it is a fault of ours that a person cannot do
 * anything about. Knows the errors of the framework (no such route), of the body parser and of the
 * upload parser, and an absence of the database.
 *
 * @param uploadLimit bytes of the largest file that is accepted.
 */
export function refusalOf(error: unknown, uploadLimit: number): DomainError | null {
  if (error instanceof DomainError) return error;
  if (!(error instanceof HttpException)) {
    if (!isDatabaseAway(error)) return null;
    return new DomainError('SERVER.DATABASE_AWAY', { seconds: DATABASE_RETRY_SECONDS });
  }
  const status = error.getStatus();
  if (status >= 500) return null;
  switch (status) {
    case 401:
      return new DomainError('AUTH.REQUIRED');
    case 403:
      return new DomainError('AUTH.FORBIDDEN');
    case 404:
      return new DomainError('REQUEST.NOT_FOUND');
    case 405:
      return new DomainError('REQUEST.METHOD_NOT_ALLOWED');
    case 413:
      return new DomainError('REQUEST.TOO_LARGE', {
        limitMegabytes: inMegabytes(parserLimit(error.cause) ?? uploadLimit),
      });
    case 415:
      return new DomainError('REQUEST.MEDIA_TYPE');
    default:
      return new DomainError('REQUEST.MALFORMED');
  }
}

/** The body parser says on its error which limit was passed, in bytes. */
function parserLimit(cause: unknown): number | null {
  const limit = (cause as { limit?: unknown } | undefined)?.limit;
  return typeof limit === 'number' ? limit : null;
}

const inMegabytes = (bytes: number): number => Math.round((bytes / BYTES_PER_MEGABYTE) * 10) / 10;
