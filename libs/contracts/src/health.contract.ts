import * as z from 'zod/mini';

/** Answer of the liveness check; says nothing about versions or people. */
export const HealthView = z
  .object({ status: z.enum(['ok', 'failing']) })
  .register(z.globalRegistry, { id: 'HealthView' });
export type HealthView = z.infer<typeof HealthView>;

/** What a process needs besides itself. */
export const HealthPart = z.enum(['database', 'migrations', 'disk', 'redis']);
export type HealthPart = z.infer<typeof HealthPart>;

/**
 * Answer of the readiness check. `degraded`: it works, but something is missing that it can do without for a
 * while (Redis). `failing`, with status 503: it cannot do its work.
 */
export const ReadinessView = z
  .object({ status: z.enum(['ok', 'degraded', 'failing']), missing: z.array(HealthPart) })
  .register(z.globalRegistry, { id: 'ReadinessView' });
export type ReadinessView = z.infer<typeof ReadinessView>;
