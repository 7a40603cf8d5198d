import { AsyncLocalStorage } from 'node:async_hooks';
import type { LogFields } from './log.js';

const current = new AsyncLocalStorage<LogFields>();

/**
 * Runs `work` so that every line it logs, however deep and however late, carries `fields` as well: the id
 * of a request, of a broadcast.
 */
export function withLogFields<T>(fields: LogFields, work: () => T): T {
  return current.run({ ...current.getStore(), ...fields }, work);
}

/** Fields of the work that is going on. */
export const fieldsOfWork = (): LogFields => current.getStore() ?? {};
