import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.js';

/** What the framework says goes into our log: its start-up chatter at `debug`, its complaints as such. */
export class NestLog implements LoggerService {
  constructor(private readonly target: Log) {}

  log(message: unknown): void {
    this.target.debug(String(message));
  }

  debug(message: unknown): void {
    this.target.debug(String(message));
  }

  verbose(message: unknown): void {
    this.target.debug(String(message));
  }

  warn(message: unknown): void {
    this.target.warn(String(message));
  }

  error(message: unknown): void {
    this.target.error('The framework reports an error', message);
  }

  fatal(message: unknown): void {
    this.target.error('The framework reports a fatal error', message);
  }
}

/**
 * The same while the product is put together: what goes wrong then is thrown too, and whoever started it
 * says it in one line.
 */
export class NestStartLog extends NestLog {
  override error(message: unknown): void {
    this.debug(message);
  }
}
