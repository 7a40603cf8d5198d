import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { SecondFactorRepository } from '../application/ports/second-factor-repository.js';

/** What a suite needs of a storage. */
export interface SecondFactorRepositorySubject {
  readonly factors: SecondFactorRepository;
  readonly unit: UnitOfWork;
  readonly close: () => Promise<void>;
}

const factorOf = (userId: string) => ({
  userId,
  sealedSecret: 'c2VhbGVk',
  lastStep: 58_000_000,
  since: 1_763_000_000_000,
});
const HASHES = ['a', 'b', 'c'].map((letter) => letter.repeat(64));

/** Every storage of second factors must behave like this. */
export function describeSecondFactorRepository(
  name: string,
  open: () => Promise<SecondFactorRepositorySubject>,
): void {
  describe(`SecondFactorRepository on ${name}`, () => {
    let subject: SecondFactorRepositorySubject;
    const run = <T>(work: (factors: SecondFactorRepository) => Promise<T>): Promise<T> =>
      subject.unit.run(() => work(subject.factors));
    const wins = async (work: (factors: SecondFactorRepository) => Promise<boolean>) =>
      (await Promise.all([1, 2, 3, 4].map(() => run(work)))).filter(Boolean).length;

    beforeEach(async () => {
      subject = await open();
      await run((factors) => factors.add(factorOf('sari')));
    });

    afterEach(() => subject.close());

    it('gives a factor back as it was added, to its person alone', async () => {
      expect(await run((factors) => factors.find('sari'))).toEqual(factorOf('sari'));
      expect(await run((factors) => factors.find('budi'))).toBeNull();
      expect(await run((factors) => factors.owners())).toEqual(new Set(['sari']));
    });

    it('lets one of many at once be added', async () => {
      expect(await wins((factors) => factors.add(factorOf('budi')))).toBe(1);
    });

    it('lets a step be used once, by one of many at once, and none before it', async () => {
      const { lastStep } = factorOf('sari');
      expect(await wins((factors) => factors.useStep('sari', lastStep + 1))).toBe(1);
      expect(await run((factors) => factors.useStep('sari', lastStep))).toBe(false);
      expect(await run((factors) => factors.useStep('sari', lastStep + 2))).toBe(true);
      expect(await run((factors) => factors.useStep('budi', lastStep + 3))).toBe(false);
    });

    it('lets a recovery code be used once, by its person', async () => {
      await run(async (factors) => {
        await factors.replaceRecoveryCodes('sari', HASHES);
        await factors.replaceRecoveryCodes('budi', ['d'.repeat(64)]);
      });
      const [first = ''] = HASHES;
      expect(await run((factors) => factors.takeRecoveryCode('budi', first))).toBe(false);
      expect(await wins((factors) => factors.takeRecoveryCode('sari', first))).toBe(1);
      expect(await run((factors) => factors.countRecoveryCodes('sari'))).toBe(2);
    });

    it('puts new recovery codes in place of the old ones', async () => {
      const next = ['e'.repeat(64)];
      await run((factors) => factors.replaceRecoveryCodes('sari', HASHES));
      await run((factors) => factors.replaceRecoveryCodes('sari', next));
      expect(await run((factors) => factors.countRecoveryCodes('sari'))).toBe(1);
    });

    it('takes a factor away with its recovery codes', async () => {
      await run((factors) => factors.replaceRecoveryCodes('sari', HASHES));
      expect(await wins((factors) => factors.remove('sari'))).toBe(1);
      expect(await run((factors) => factors.find('sari'))).toBeNull();
      expect(await run((factors) => factors.countRecoveryCodes('sari'))).toBe(0);
    });
  });
}
