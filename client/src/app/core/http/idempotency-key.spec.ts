import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { newIdempotencyKey } from './idempotency-key.js';

describe('newIdempotencyKey', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('is a UUID of version 4', () => {
    expect(newIdempotencyKey()).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it('shows every random byte, with version and variant in place', () => {
    jest.spyOn(crypto, 'getRandomValues').mockImplementation((bytes) => {
      (bytes as Uint8Array).set(Array.from({ length: 16 }, (_, at) => 0xf0 + at));
      return bytes;
    });
    expect(newIdempotencyKey()).toBe('f0f1f2f3-f4f5-46f7-b8f9-fafbfcfdfeff');
  });

  it('is another one each time', () => {
    expect(new Set(Array.from({ length: 100 }, newIdempotencyKey)).size).toBe(100);
  });
});
