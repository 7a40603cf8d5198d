import { Catch, Inject, Injectable } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CONFIG } from '../config/config.js';
import type { Config } from '../config/config.js';
import { DomainError } from '../kernel/domain-error.js';
import { Log } from '../logging/log.js';
import { masked } from '../logging/masked.js';
import { problemBody } from './problem-body.js';
import type { Language } from './problem-body.js';
import { refusalOf } from './refusal.js';
import { requestIdOf } from './request-id.js';

/**
 * Answers every refusal and every fault as problem+json in the caller's language. Of a fault of ours
 * the caller learns the request id alone; the log has the rest under that id.
 */
@Injectable()
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly log: Log,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const requestId = requestIdOf(response);
    // Not `request.path`: below the prefix that is cut off where no route matches. Never the query.
    const path = masked(withoutTokens(request.originalUrl.split('?', 1)[0] ?? ''));
    const refusal = refusalOf(error, this.config.importLimits.bytes);
    if (refusal === null) {
      this.log.error('A request failed unexpectedly', error, { requestId, path });
    } else if (refusal.code === 'SERVER.DATABASE_AWAY') {
      this.log.error('A request failed without the database', error, { requestId, path });
    } else {
      this.log.info('Refused', { requestId, path, code: refusal.code });
    }
    if (response.headersSent) {
      // Part of an answer is out: cutting the connection is the only way left to say that it failed.
      response.destroy();
      return;
    }
    const told = refusal ?? new DomainError('REQUEST.UNEXPECTED');
    const problem = problemBody(told, languageOf(request), requestId, path);
    if (typeof told.params.seconds === 'number') {
      response.setHeader('Retry-After', String(told.params.seconds));
    }
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }
}

/** Somebody may have put a signed token into an address: it must not get into a log. */
const withoutTokens = (path: string): string => path.replace(/\/eyJ[^/]*/gu, '/…');

/** Bahasa Indonesia unless the caller prefers English. */
function languageOf(request: Request): Language {
  return request.acceptsLanguages('id', 'en') === 'en' ? 'en' : 'id';
}
