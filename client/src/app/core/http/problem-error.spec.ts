import { describe, expect, it } from '@jest/globals';
import { HttpErrorResponse } from '@angular/common/http';
import { problemBody } from '../../testing/views.js';
import { ProblemError, UNEXPECTED, UNREACHABLE, toProblemError } from './problem-error.js';

const texts = {
  unreachableTitle: 'tak terjangkau',
  unreachable: 'periksa jaringan',
  unexpectedTitle: 'terkendala',
  unexpected: 'coba lagi',
};
const answer = (status: number, error: unknown) => new HttpErrorResponse({ status, error });

describe('toProblemError', () => {
  it('keeps what the server says, with faults of fields and values', () => {
    const body = problemBody({
      errors: [{ pointer: '/phone', code: 'PHONE.TAKEN', message: 'Sudah ada.' }],
      params: { deviceId: 'd1' },
    });
    const problem = toProblemError(answer(409, body), texts);

    expect(problem).toBeInstanceOf(ProblemError);
    expect(problem).toMatchObject({
      code: 'TEST.REFUSED',
      status: 409,
      title: 'Ditolak',
      detail: 'Tidak bisa begitu.',
      requestId: 'r-1',
      fields: body.errors,
      params: { deviceId: 'd1' },
    });
  });

  it('reads a problem that came as text, as for a download', () => {
    const problem = toProblemError(answer(409, JSON.stringify(problemBody())), texts);
    expect(problem.code).toBe('TEST.REFUSED');
  });

  it.each([
    ['no answer', answer(0, new ProgressEvent('error')), UNREACHABLE, 'periksa jaringan'],
    ['a page of a proxy', answer(502, '<html>'), UNEXPECTED, 'coba lagi'],
    ['JSON that is not ours', answer(500, { message: 'x' }), UNEXPECTED, 'coba lagi'],
    ['a mistake of ours', new TypeError('x'), UNEXPECTED, 'coba lagi'],
  ])('words %s itself', (_, error, code, detail) => {
    expect(toProblemError(error, texts)).toMatchObject({ code, detail, requestId: null });
  });

  it('leaves a ProblemError as it is', () => {
    const problem = toProblemError(answer(409, problemBody()), texts);
    expect(toProblemError(problem, texts)).toBe(problem);
  });
});
