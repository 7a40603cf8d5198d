import { HttpErrorResponse } from '@angular/common/http';
import { Problem, type ProblemField } from '#contracts/problem.contract.js';

/** Code when no answer came: server or network down. */
export const UNREACHABLE = 'CLIENT.UNREACHABLE';
/** Code when the answer was not from the server's own error writer, e.g. a proxy's page. */
export const UNEXPECTED = 'CLIENT.UNEXPECTED';

/** Sentences for the problems that the client itself has to word. */
export interface ProblemTexts {
  readonly unreachableTitle: string;
  readonly unreachable: string;
  readonly unexpectedTitle: string;
  readonly unexpected: string;
}

/**
 * A refusal or failure of the server as pages handle it. `code` is what code decides by; `title` and
 * `detail` are sentences for people, already in the language of the request.
 */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** Faults of single fields, by JSON pointer into the request body. */
  readonly fields: readonly ProblemField[];
  /** Values that the sentences name, for pages that offer a way on (e.g. the id of a device). */
  readonly params: NonNullable<Problem['params']>;
  /** Names the request in the server's log; null when no answer came. */
  readonly requestId: string | null;

  constructor(problem: Omit<Problem, 'type' | 'requestId'> & { requestId: string | null }) {
    super(problem.detail);
    this.code = problem.code;
    this.title = problem.title;
    this.detail = problem.detail;
    this.status = problem.status;
    this.fields = problem.errors ?? [];
    this.params = problem.params ?? {};
    this.requestId = problem.requestId;
  }
}

/** Whatever a request failed with, as a `ProblemError`. */
export function toProblemError(error: unknown, texts: ProblemTexts): ProblemError {
  if (error instanceof ProblemError) return error;
  const status = error instanceof HttpErrorResponse ? error.status : -1;
  if (status === 0) {
    return wordless(UNREACHABLE, 0, texts.unreachableTitle, texts.unreachable);
  }
  const body = error instanceof HttpErrorResponse ? bodyOf(error) : null;
  const problem = Problem.safeParse(body);
  if (problem.success) return new ProblemError({ ...problem.data, status });
  return wordless(UNEXPECTED, status, texts.unexpectedTitle, texts.unexpected);
}

function wordless(code: string, status: number, title: string, detail: string): ProblemError {
  return new ProblemError({ code, status, title, detail, requestId: null });
}

/**
 * The same failure with a body that can be read; null when it can be read already. Angular hands a refusal over
 * as a file when the request asked for one.
 */
export function readableError(error: unknown): Promise<HttpErrorResponse> | null {
  if (!(error instanceof HttpErrorResponse) || !(error.error instanceof Blob)) return null;
  const { headers, status, url } = error;
  return error.error
    .text()
    .then((text) => new HttpErrorResponse({ error: text, headers, status, url: url ?? undefined }));
}

/** The JSON of an error body; Angular hands it over as text when the request asked for a file. */
function bodyOf(response: HttpErrorResponse): unknown {
  const body: unknown = response.error;
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body);
  } catch {
    // Not ours: a proxy's HTML page. The caller words it as unexpected.
    return null;
  }
}
