import type { HttpEvent, HttpInterceptorFn, HttpRequest } from '@angular/common/http';
import { inject } from '@angular/core';
import { type Observable, catchError, from, switchMap, throwError } from 'rxjs';
import type { ErrorCode } from '#contracts/error-texts.js';
import { FrameAccess } from '../embed/frame-access.js';
import { appTexts } from '../i18n/app-texts.js';
import { Language } from '../i18n/language.js';
import { injectTexts } from '../i18n/texts.js';
import { SecondFactorNeed } from '../session/second-factor-need.js';
import { SessionEnd } from '../session/session-end.js';
import { StepUp, wantsProof } from '../session/step-up.js';
import { DatabaseOutage } from './database-outage.js';
import { readableError, toProblemError } from './problem-error.js';

/** The server lives, but not its database. */
const DATABASE_AWAY = 'SERVER.DATABASE_AWAY' satisfies ErrorCode;

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Requests whose 401 is an answer to a question, not the end of a session. */
const MAY_BE_UNAUTHENTICATED = /^\/api\/(?:auth\/|frame\/entry$)/;

/**
 * Every request to our API: says the language and, in a frame, who calls, carries the header that a foreign page cannot set
 * (against cross-site requests), and turns each failure into a `ProblemError`. An ended session
 * leads to login, which leads back; a database that is away is watched until it is back. What the server refused
 * because it wants a fresh proof of who sits there is repeated after it: nothing of it has happened, and nothing
 * that was typed is lost.
 */
export const apiInterceptor: HttpInterceptorFn = (request, next) => {
  if (!request.url.startsWith('/api/')) return next(request);
  const t = injectTexts(appTexts);
  const [sessionEnd, stepUp] = [inject(SessionEnd), inject(StepUp)];
  const outage = inject(DatabaseOutage);
  const need = inject(SecondFactorNeed);
  const [language, access] = [inject(Language), inject(FrameAccess)];
  const send = (): Observable<HttpEvent<unknown>> => {
    // At each try anew: a frame may have got another token since.
    const setHeaders = { ...headersFor(request, language.current()), ...access.headers() };
    return next(request.clone({ setHeaders })).pipe(catchError(refused));
  };
  const refused = (error: unknown): Observable<HttpEvent<unknown>> => {
    const readable = readableError(error);
    if (readable) return from(readable).pipe(switchMap(refused));
    const problem = toProblemError(error, {
      unreachableTitle: t('problem.unreachableTitle'),
      unreachable: t('problem.unreachable'),
      unexpectedTitle: t('problem.unexpectedTitle'),
      unexpected: t('problem.unexpected'),
    });
    if (problem.status === 401 && !MAY_BE_UNAUTHENTICATED.test(request.url)) {
      sessionEnd.announce();
    }
    if (problem.code === DATABASE_AWAY) outage.begin();
    if (problem.code === 'AUTH.SECOND_FACTOR_NEEDED') need.announce();
    const given = throwError(() => problem);
    if (!wantsProof(problem)) return given;
    return from(stepUp.ask(problem)).pipe(switchMap((shown) => (shown ? send() : given)));
  };
  return send();
};

function headersFor(request: HttpRequest<unknown>, language: string): Record<string, string> {
  const headers: Record<string, string> = { 'Accept-Language': language };
  if (!SAFE_METHODS.has(request.method)) headers['X-Requested-By'] = 'prima';
  return headers;
}
