import type { NextFunction, Request, Response } from 'express';
import type { Ids } from '../kernel/ids.js';
import { withLogFields } from '../logging/log-fields.js';

const HEADER = 'X-Request-Id';

/** What a reverse proxy may call a request: nothing that could be read as something else in a log. */
const SANE = /^[\w@.-]{8,64}$/u;

/**
 * Gives every request an id: it is in the answer's header, in every problem and in every line that is logged
 * for it, so that a person's report leads to the log. A reverse proxy that is trusted (TRUST_PROXY) may
 * bring one of its own; that of anybody else is not taken over.
 */
export function requestIds(ids: Ids) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const requestId = idOfProxy(request) ?? ids.next();
    response.setHeader(HEADER, requestId);
    withLogFields({ requestId }, next);
  };
}

function idOfProxy(request: Request): string | null {
  const id = request.get(HEADER);
  if (id === undefined || !SANE.test(id)) return null;
  const trusts = request.app.get('trust proxy fn') as (address: string, hop: number) => boolean;
  return trusts(request.socket.remoteAddress ?? '', 0) ? id : null;
}

/** Id of the request that `response` answers; empty before `requestIds` ran. */
export function requestIdOf(response: Response): string {
  const id = response.getHeader(HEADER);
  return typeof id === 'string' ? id : '';
}
