import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { PendingLogins } from '../application/ports/pending-logins.js';

/** What a suite needs of a storage. */
export interface PendingLoginsSubject {
  readonly pending: PendingLogins;
  readonly unit: UnitOfWork;
  readonly close: () => Promise<void>;
}

const NOW = 1_763_000_000_000;
const SARI = { tokenHash: 'a'.repeat(64), userId: 'sari', expiresAt: NOW + 1 };

/** Every storage of logins that wait for a code must behave like this. */
export function describePendingLogins(
  name: string,
  open: () => Promise<PendingLoginsSubject>,
): void {
  describe(`PendingLogins on ${name}`, () => {
    let subject: PendingLoginsSubject;
    const run = <T>(work: (pending: PendingLogins) => Promise<T>): Promise<T> =>
      subject.unit.run(() => work(subject.pending));
    const found = (now = NOW) => run((pending) => pending.find(SARI.tokenHash, now));

    beforeEach(async () => {
      subject = await open();
      await run((pending) => pending.add(SARI));
    });

    afterEach(() => subject.close());

    it('finds one until it is over', async () => {
      expect(await found()).toEqual(SARI);
      expect(await found(NOW + 1)).toBeNull();
    });

    it('lets one of many at once go on, and nobody when it is over', async () => {
      expect(await run((pending) => pending.take(SARI.tokenHash, NOW + 1))).toBe(false);
      const takes = [1, 2, 3, 4].map(() => run((pending) => pending.take(SARI.tokenHash, NOW)));
      expect((await Promise.all(takes)).filter(Boolean)).toHaveLength(1);
    });

    it('calls off those of one person', async () => {
      await run((pending) => pending.removeAllOf('budi'));
      expect(await found()).toEqual(SARI);
      await run((pending) => pending.removeAllOf('sari'));
      expect(await found()).toBeNull();
    });

    it('removes what is over', async () => {
      await run((pending) => pending.removeOver(NOW));
      expect(await found()).toEqual(SARI);
      await run((pending) => pending.removeOver(NOW + 1));
      expect(await found()).toBeNull();
    });
  });
}
