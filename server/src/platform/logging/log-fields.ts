import { AsyncLocalStorage } from 'node:async_hooks';

/** Values of one log line. Never a text, a name, a token or a QR; numbers are masked on the way out. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

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
