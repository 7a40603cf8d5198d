import type * as z from 'zod';
import { wholeNumber } from './whole-number.js';

const MEGABYTE = 1024 * 1024;

/** What an uploaded sheet may cost. */
export interface ImportLimits {
  /** Rows of a list, blank ones not counted; the same for free text. */
  readonly rows: number;
  /** Bytes of the file as it is uploaded. */
  readonly bytes: number;
  /** Bytes of what is unpacked of it, or of a .csv as text. */
  readonly unpackedBytes: number;
  /** How long its reading may take, in milliseconds; waiting for the database is not counted. */
  readonly workMs: number;
}

/**
 * Variables of the limits, with their defaults. 128 MiB hold 500,000 rows of four columns (121 MB of XML,
 * measured); 200,000 rows are months of sending at the pace of one device, and take some 5 s to read.
 */
export const IMPORT_VARIABLES = {
  IMPORT_MAX_ROWS: wholeNumber(1, 1_048_576).default(200_000),
  IMPORT_MAX_MEGABYTES: wholeNumber(1, 512).default(32),
  IMPORT_MAX_UNPACKED_MEGABYTES: wholeNumber(1, 1_024).default(128),
  IMPORT_MAX_SECONDS: wholeNumber(1, 600).default(60),
};

/** The limits out of the variables as they were parsed. */
export function importLimits(env: z.infer<z.ZodObject<typeof IMPORT_VARIABLES>>): ImportLimits {
  return {
    rows: env.IMPORT_MAX_ROWS,
    bytes: env.IMPORT_MAX_MEGABYTES * MEGABYTE,
    unpackedBytes: env.IMPORT_MAX_UNPACKED_MEGABYTES * MEGABYTE,
    workMs: env.IMPORT_MAX_SECONDS * 1_000,
  };
}
