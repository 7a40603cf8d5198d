import * as z from 'zod';

/** Answer of the health checks; says nothing about versions or people. */
export const HealthView = z
  .object({ status: z.enum(['ok', 'failing']) })
  .meta({ id: 'HealthView' });
export type HealthView = z.infer<typeof HealthView>;
