import type { NextFunction, Request, Response } from 'express';
import { BOUNDED_BY_CODE } from './metrics.js';
import type { Metrics } from './metrics.js';

/** Upper bounds in seconds: most requests take milliseconds, the slowest are uploads and workbooks. */
const BOUNDS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120];

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
type Method = (typeof METHODS)[number] | 'other';

/** A stream is open for hours by intention, and tells nothing about speed. */
const STREAM = '/api/live';

/** nginx' word for a caller who did not wait for the answer. */
const GONE = '499';

/**
 * Measures how long each request takes, by the pattern of its route (`/api/devices/:id`) and never by its
 * address. Files and pages of the client are `client`, addresses without a route `none`.
 */
export function requestTimer(metrics: Metrics) {
  const durations = metrics.histogram(
    {
      name: 'prima_http_request_duration_seconds',
      help: 'Time from a request to the end of its answer, by the pattern of its route',
      labels: {
        method: [...METHODS, 'other'] as const,
        route: BOUNDED_BY_CODE,
        status: BOUNDED_BY_CODE,
      },
    },
    BOUNDS,
  );
  return (request: Request, response: Response, next: NextFunction): void => {
    const began = performance.now();
    response.once('close', () => {
      const route = routeOf(request);
      if (route === STREAM) return;
      const status = response.writableFinished ? String(response.statusCode) : GONE;
      const seconds = (performance.now() - began) / 1000;
      durations.observe({ method: methodOf(request), route, status }, seconds);
    });
    next();
  };
}

function routeOf(request: Request): string {
  const { path } = (request.route ?? {}) as { path?: unknown };
  // The framework answers what has no route by one that takes every path.
  if (typeof path === 'string' && !path.includes('*')) return path;
  const address = request.originalUrl;
  return address.startsWith('/api/') || address.startsWith('/embed/') ? 'none' : 'client';
}

const methodOf = ({ method }: Request): Method =>
  METHODS.find((known) => known === method) ?? 'other';
