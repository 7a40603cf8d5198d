import { describe, expect, it } from '@jest/globals';
import type { InstallationSecrets } from '../../../platform/secrets/installation-secrets.js';
import { SealedFactors } from './sealed-factors.js';

const KEY = Buffer.alloc(32, 7);
const sealWith = (key: Buffer) =>
  new SealedFactors({ key: () => key } as unknown as InstallationSecrets);
const SECRET = { userId: 'sari', secret: 'GEZDGNBVGY3TQOJQ' };

describe('a sealed second factor', () => {
  const seal = sealWith(KEY);

  it('opens for its person and nobody else, and shows nothing of itself', () => {
    const sealed = seal.seal(SECRET);
    expect(seal.open(sealed, 'sari')).toBe(SECRET.secret);
    expect(seal.open(sealed, 'budi')).toBeNull();
    expect(Buffer.from(sealed, 'base64').includes(SECRET.secret)).toBe(false);
    expect(sealed.length).toBeLessThan(255);
  });

  it('opens with no other key, and not when a bit of it was changed', () => {
    const sealed = seal.seal(SECRET);
    const changed = Buffer.from(sealed, 'base64');
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    expect(sealWith(Buffer.alloc(32, 8)).open(sealed, 'sari')).toBeNull();
    expect(seal.open(changed.toString('base64'), 'sari')).toBeNull();
    expect(seal.open('', 'sari')).toBeNull();
  });

  it('that was only offered opens until its end, and never passes for one in use', () => {
    const offer = seal.sealOffer(SECRET, 1000);
    expect(seal.openOffer(offer, 'sari', 999)).toBe(SECRET.secret);
    expect(seal.openOffer(offer, 'sari', 1000)).toBeNull();
    expect(seal.openOffer(offer, 'budi', 0)).toBeNull();
    expect(seal.open(offer, 'sari')).toBeNull();
    expect(seal.openOffer(seal.seal(SECRET), 'sari', 0)).toBeNull();
  });
});
