import { pino } from 'pino';
import type { Logger } from 'pino';

/** Values of one log line. Never a text, a name, a number in full, a token or a QR. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

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

  constructor(level: string) {
    super();
    this.logger = pino(
      { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
      pino.destination(2),
    );
  }

  debug(message: string, fields: LogFields = {}): void {
    this.logger.debug(fields, message);
  }

  info(message: string, fields: LogFields = {}): void {
    this.logger.info(fields, message);
  }

  warn(message: string, fields: LogFields = {}): void {
    this.logger.warn(fields, message);
  }

  error(message: string, error: unknown, fields: LogFields = {}): void {
    // Message and stack alone: errors of drivers carry the statement and its parameters.
    const { message: cause, stack } = error instanceof Error ? error : new Error(String(error));
    this.logger.error({ ...fields, cause, stack: stack ?? '' }, message);
  }
}
