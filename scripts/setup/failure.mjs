/**
 * Something a person has to know: told in one line, with the end of a tool's own output where there
 * is one. Scripts throw it and `reportFailure` prints it; any other error is a fault of ours and
 * keeps its stack.
 */
export class Failure extends Error {
  /**
   * @param {string} message one line: what did not work, and what to do
   * @param {string} [detail] the end of the failing tool's output
   */
  constructor(message, detail = '') {
    super(message);
    this.detail = detail;
  }
}

/** Faults that look cryptic in a tool's output and have one plain meaning. */
const KNOWN_CAUSES = /** @type {const} */ ([
  [/ENOSPC/, 'ruang disk habis'],
  [/EACCES|EPERM|EROFS/, 'tidak ada izin menulis di folder ini'],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT/,
    'registry npm tidak terjangkau; periksa internet atau proxy',
  ],
  [/heap out of memory|ENOMEM/, 'memori habis'],
]);

/**
 * The plain meaning of a tool's output.
 * @param {string} output
 * @returns {string} words to put behind the message, starting with ": ", or nothing
 */
export function causeIn(output) {
  const known = KNOWN_CAUSES.find(([pattern]) => pattern.test(output));
  return known ? `: ${known[1]}` : '';
}

/**
 * Prints an error and makes the process end with a code other than 0.
 * @param {unknown} error
 */
export function reportFailure(error) {
  process.exitCode = 1;
  if (error instanceof Failure) {
    if (error.detail) console.error(error.detail);
    console.error(`✗ ${error.message}`);
    return;
  }
  const cause = causeIn(codeOf(error));
  console.error(cause ? `✗ Gagal${cause}` : error);
}

/**
 * The code of a system error, such as ENOENT.
 * @param {unknown} error
 * @returns {string} empty when it has none
 */
export function codeOf(error) {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
