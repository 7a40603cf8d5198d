import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Log } from '../../../platform/logging/log.js';
import { writtenRecoveryCode } from '../domain/second-factor.js';
import { openPeopleRoom } from '../testing/people-room.js';
import type { PeopleRoom } from '../testing/people-room.js';
import { hashOfRecoveryCode, newRecoveryCodes } from './recovery-codes.js';
import { SecondFactors } from './second-factors.js';

/** Codes whose step they say themselves: `000007` is that of step 7. */
const CODES = {
  newSecret: () => 'rahasia',
  address: () => '',
  stepOf: (_secret: string, code: string) => Number(code) || null,
};

describe('a code of a second factor', () => {
  let room: PeopleRoom;
  let factors: SecondFactors;
  let opens: boolean;
  let errors: string[];

  beforeEach(async () => {
    room = await openPeopleRoom();
    [opens, errors] = [true, []];
    const seal = {
      seal: () => 'sealed',
      open: (sealed: string) => (opens && sealed === 'sealed' ? 'rahasia' : null),
      sealOffer: () => '',
      openOffer: () => null,
    };
    const log = { error: (message: string) => errors.push(message) } as unknown as Log;
    factors = new SecondFactors(room.unit, room.factors, CODES, seal, room.clock, log);
  });
  afterEach(() => room.close());

  /** Somebody with a factor of which step 5 was the last used, and their recovery codes. */
  const somebody = async () => {
    const { id: userId } = await room.has();
    const codes = newRecoveryCodes();
    await room.unit.run(async () => {
      await room.factors.add({ userId, sealedSecret: 'sealed', lastStep: 5, since: 1_000 });
      await room.factors.replaceRecoveryCodes(userId, codes.map(hashOfRecoveryCode));
    });
    return { userId, codes };
  };

  it('counts once, and none of an earlier step after it', async () => {
    const { userId } = await somebody();
    const tried = [];
    for (const code of ['000005', '000007', '000007', '000006', '000008']) {
      tried.push(await factors.use(userId, code));
    }
    expect(tried).toEqual([null, 'application', null, null, 'application']);
  });

  it('for recovery counts once, however it is written, and only of its person', async () => {
    const [{ userId, codes }, other] = [await somebody(), await somebody()];
    const typed = writtenRecoveryCode(codes[3] ?? '').toLowerCase();
    expect(await factors.use(other.userId, typed)).toBeNull();
    expect(await factors.use(userId, typed)).toBe('recovery');
    expect(await factors.use(userId, typed)).toBeNull();
    expect(await factors.view(userId)).toEqual({
      since: '1970-01-01T00:00:01.000Z',
      recoveryCodesLeft: codes.length - 1,
    });
  });

  it('helps nobody who has none, and what is none helps nobody', async () => {
    const { id } = await room.has();
    expect([await factors.has(id), await factors.use(id, '000007')]).toEqual([false, null]);
    const { userId } = await somebody();
    expect([await factors.has(userId), await factors.use(userId, 'kode')]).toEqual([true, null]);
  });

  it('is refused and told of when the secret cannot be opened; recovery codes still work', async () => {
    const { userId, codes } = await somebody();
    opens = false;
    expect(await factors.use(userId, '000007')).toBeNull();
    expect(errors).toEqual(['A second factor cannot be opened']);
    expect(await factors.use(userId, codes[0] ?? '')).toBe('recovery');
  });
});
