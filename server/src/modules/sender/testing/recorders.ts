import type { Actor } from '../../../platform/kernel/actor.js';
import { Log } from '../../../platform/logging/log.js';
import { AuditLog } from '../../audit/index.js';
import type { AuditDeed } from '../../audit/index.js';

/** The book of who did what, for a test to read. */
export class WrittenBook extends AuditLog {
  readonly deeds: (AuditDeed & { readonly by: string })[] = [];

  record({ name }: Pick<Actor, 'id' | 'name'>, deed: AuditDeed): Promise<void> {
    this.deeds.push({ ...deed, by: name });
    return Promise.resolve();
  }
}

/** Keeps what was logged as an error; the rest is of no interest. */
export class ErrorLog extends Log {
  readonly errors: string[] = [];

  error(message: string, error: unknown): void {
    this.errors.push(`${message}: ${error instanceof Error ? error.message : String(error)}`);
  }

  debug(): void {
    // Of no interest here.
  }

  info(): void {
    // Of no interest here.
  }

  warn(): void {
    // Of no interest here.
  }
}
