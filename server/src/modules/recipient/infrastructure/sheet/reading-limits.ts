/** What a file may cost. Chosen far above honest lists and far below what harms the child process. */
export interface ReadingLimits {
  /** Bytes of the unpacked parts that are read, together. */
  readonly maxUnpackedBytes: number;
  /** Rows of the list: below the header, blank ones not counted. */
  readonly maxRows: number;
}

/** What an installation allows unless its settings say otherwise (`IMPORT_VARIABLES`). */
export const DEFAULT_READING_LIMITS: ReadingLimits = {
  maxUnpackedBytes: 128 * 1024 * 1024,
  maxRows: 200_000,
};

/** Honest workbooks have 8 to 40 parts; pictures and many sheets make some hundred. */
export const MAX_ENTRIES = 1_000;

/** Cells right of this column are not read; nobody chooses the 257th column of a patient list. */
export const MAX_COLUMNS = 256;

/**
 * Honest sheets unpack to 8–20 times their size, those full of empty bordered cells to about 100;
 * deflate ends at 1,032.
 */
export const MAX_COMPRESSION_RATIO = 200;

/** A part may unpack to this many bytes whatever its ratio: too little to harm, and tiny files compress oddly. */
export const RATIO_GRACE_BYTES = 1024 * 1024;

/** Longest text of one cell, put together of however many pieces; spreadsheet programs end at 32,767. */
export const MAX_CELL_TEXT = 256 * 1024;

/**
 * Characters of the cells in one step of reading (64 KiB of markup). One shared text may be shown in any number
 * of cells, so a small file can ask for gigabytes; honest ones stay below a tenth of this.
 */
export const MAX_WAITING_TEXT = 32 * 1024 * 1024;

/**
 * Longest stretch of a file without structure (one tag, one text, one CSV record), in characters.
 * A cell of a spreadsheet ends at 32,767; parsers keep such a stretch in memory whole.
 */
export const MAX_TOKEN_LENGTH = 2 * 1024 * 1024;
