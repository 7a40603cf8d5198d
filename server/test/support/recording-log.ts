import { Log } from '../../src/platform/logging/log.js';
import type { LogFields } from '../../src/platform/logging/log-fields.js';

/** One line that was logged. */
export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: LogFields;
  readonly error?: unknown;
}

/** Keeps what was logged, so that a test can read it. */
export class RecordingLog extends Log {
  readonly lines: LogLine[] = [];

  debug(message: string, fields: LogFields = {}): void {
    this.lines.push({ level: 'debug', message, fields });
  }

  info(message: string, fields: LogFields = {}): void {
    this.lines.push({ level: 'info', message, fields });
  }

  warn(message: string, fields: LogFields = {}): void {
    this.lines.push({ level: 'warn', message, fields });
  }

  error(message: string, error: unknown, fields: LogFields = {}): void {
    this.lines.push({ level: 'error', message, fields, error });
  }
}
