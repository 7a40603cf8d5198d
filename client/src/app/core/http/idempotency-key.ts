import { HttpHeaders } from '@angular/common/http';

/**
 * A fresh key for one decision of a person (one press of Kirim): sent again with the same key, the
 * decision counts once. UUID version 4, made from `getRandomValues` because `crypto.randomUUID` does
 * not exist on pages over plain http.
 */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  // RFC 9562 §5.4: version 4 in byte 6, variant in byte 8.
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [0, 8, 12, 16, 20]
    .map((from, part, starts) => hex.slice(from, starts[part + 1]))
    .join('-');
}

/** Headers of a request that carries `key`. */
export function idempotent(key: string): HttpHeaders {
  return new HttpHeaders({ 'Idempotency-Key': key });
}
