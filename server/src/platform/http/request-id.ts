import type { NextFunction, Request, Response } from 'express';
import type { Ids } from '../kernel/ids.js';

const HEADER = 'X-Request-Id';

/**
 * Gives every request an id of ours: it is in the answer's header, in every problem and in the log, so
 * that a person's report leads to the log line. An id sent by the caller is not taken over.
 */
export function requestIds(ids: Ids) {
  return (_request: Request, response: Response, next: NextFunction): void => {
    response.setHeader(HEADER, ids.next());
    next();
  };
}

/** Id of the request that `response` answers; empty before `requestIds` ran. */
export function requestIdOf(response: Response): string {
  const id = response.getHeader(HEADER);
  return typeof id === 'string' ? id : '';
}
