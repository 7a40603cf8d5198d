import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';
import { fieldsOfWork } from './log-fields.js';
import type { LogFields } from './log-fields.js';
import { masked, maskedError } from './masked.js';

/** The log of the process: one JSON object a line, on standard error. */
export abstract class Log {
  abstract debug(message: string, fields?: LogFields): void;
  abstract info(message: string, fields?: LogFields): void;
  abstract warn(message: string, fields?: LogFields): void;
  /** `error` may be anything that was thrown. */
  abstract error(message: string, error: unknown, fields?: LogFields): void;
}

/** Log through pino. */
export class PinoLog extends Log {
  private readonly logger: Logger;

  /** @param destination another than standard error, for tests */
  constructor(level: string, destination: DestinationStream = pino.destination(2)) {
    super();
    this.logger = pino(
      {
        level,
        base: null,
        timestamp: pino.stdTimeFunctions.isoTime,
        // Words instead of pino's numbers: people read this with grep.
        formatters: { level: (label) => ({ level: label }) },
      },
      destination,
    );
  }

  debug(message: string, fields: LogFields = {}): void {
    this.logger.debug(readable(fields), masked(message));
  }

  info(message: string, fields: LogFields = {}): void {
    this.logger.info(readable(fields), masked(message));
  }

  warn(message: string, fields: LogFields = {}): void {
    this.logger.warn(readable(fields), masked(message));
  }

  error(message: string, error: unknown, fields: LogFields = {}): void {
    // Message and stack alone: errors of drivers carry the statement and its parameters.
    this.logger.error({ ...readable(fields), ...maskedError(error) }, masked(message));
  }
}

/** The fields of this line and of the work that it belongs to, with every text masked. */
function readable(fields: LogFields): LogFields {
  return Object.fromEntries(
    Object.entries({ ...fieldsOfWork(), ...fields }).map(([name, value]) => [
      name,
      typeof value === 'string' ? masked(value) : value,
    ]),
  );
}
