import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../kernel/domain-error.js';
import { problemBody } from './problem-body.js';

describe('problemBody', () => {
  it('names a moment as people read it, and keeps it exact for programs', () => {
    const params = { by: 'Ibu Rina', at: '2026-11-22T07:20:30.123Z' };
    const refusal = new DomainError('BROADCAST.ALREADY_SENT', params);
    expect(problemBody(refusal, 'id', 'r-1', '/api/x')).toMatchObject({
      detail: 'Pesan ini sudah dikirim oleh Ibu Rina pada 22 Nov 2026 14.20 WIB.',
      params,
    });
  });
});
