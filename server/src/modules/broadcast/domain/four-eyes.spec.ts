import { describe, expect, it } from '@jest/globals';
import type { FourEyesPolicy } from '#contracts/settings.contract.js';
import { SOME_CONFIRMATION, someBroadcast, someId } from '../testing/some-broadcast.js';
import { assertMayConfirm, asksForFourEyes, isConfirmationLost, makersOf } from './four-eyes.js';
import { partsOf } from './broadcast.js';
import { withEditor } from './editors.js';
import type { Editors } from './editors.js';

const AUTHOR = { id: someId(901), name: 'Ibu Rina' };
const BUDI = { id: someId(902), name: 'Pak Budi' };
const SARI = { id: someId(903), name: 'Bu Sari' };

const OFF: FourEyesPolicy = { mode: 'off', above: 50 };
const ABOVE: FourEyesPolicy = { mode: 'above', above: 50 };
const ALWAYS: FourEyesPolicy = { mode: 'always', above: 50 };

describe('when four eyes are asked for', () => {
  it.each<[string, FourEyesPolicy, number, boolean]>([
    ['off', OFF, 1_000_000, false],
    ['above 50', ABOVE, 50, false],
    ['above 50', ABOVE, 51, true],
    ['always', ALWAYS, 1, true],
  ])('%s: %j with %d recipients → %s', (_, policy, recipients, expected) => {
    expect(asksForFourEyes(policy, recipients)).toBe(expected);
  });
});

const REFUSED = 'BROADCAST.FOUR_EYES';
const UNKNOWN = 'BROADCAST.EDITORS_UNKNOWN';

/** policy, recipients, who edited which part last, who confirms → what they are refused with. */
const TABLE: readonly [FourEyesPolicy, number, Editors, string, string | null][] = [
  [OFF, 500, {}, AUTHOR.id, null],
  [OFF, 500, { message: BUDI }, BUDI.id, null],
  [OFF, 500, null, AUTHOR.id, null],
  [ABOVE, 50, {}, AUTHOR.id, null],
  [ABOVE, 51, {}, AUTHOR.id, REFUSED],
  [ABOVE, 51, {}, BUDI.id, null],
  [ALWAYS, 1, {}, AUTHOR.id, REFUSED],
  [ALWAYS, 1, {}, BUDI.id, null],
  [ALWAYS, 1, { message: BUDI }, BUDI.id, REFUSED],
  [ALWAYS, 1, { recipients: BUDI }, BUDI.id, REFUSED],
  [ALWAYS, 1, { device: BUDI }, BUDI.id, REFUSED],
  [ALWAYS, 1, { attachment: BUDI }, BUDI.id, REFUSED],
  // The author stays one, whoever changed what since.
  [ALWAYS, 1, { message: BUDI }, AUTHOR.id, REFUSED],
  // Each part has a last editor of its own.
  [ALWAYS, 1, { message: BUDI, recipients: SARI }, BUDI.id, REFUSED],
  [ALWAYS, 1, { message: BUDI, recipients: SARI }, SARI.id, REFUSED],
  [ALWAYS, 1, { message: SARI }, BUDI.id, null],
  [ALWAYS, 1, null, BUDI.id, UNKNOWN],
  [ABOVE, 51, null, AUTHOR.id, UNKNOWN],
];

describe('who may confirm', () => {
  it.each(TABLE)(
    '%j, %d recipients, edited by %j: %s → %s',
    (policy, recipients, editors, personId, code) => {
      const question = { policy, recipients, personId };
      const confirmation = { ...SOME_CONFIRMATION, byId: personId };
      const broadcast = someBroadcast({ editors, confirmation });
      const confirming = () => {
        assertMayConfirm(broadcast, question);
      };
      if (code === null) expect(confirming).not.toThrow();
      else expect(confirming).toThrow(code);
      // What somebody could not confirm now is not confirmed, though they did before.
      expect(isConfirmationLost(broadcast, policy, recipients)).toBe(code !== null);
      const draft = someBroadcast({ editors });
      expect(isConfirmationLost(draft, policy, recipients)).toBe(false);
    },
  );
});

describe('who made a message what it is', () => {
  it('is its author and the last editor of each part, each once', () => {
    const editors = { message: BUDI, device: AUTHOR, recipients: SARI, attachment: BUDI };
    expect(makersOf(someBroadcast({ editors }))).toEqual([AUTHOR, BUDI, SARI]);
    expect(makersOf(someBroadcast({ editors: null }))).toEqual([AUTHOR]);
  });

  it('is known by the part that a change belongs to', () => {
    expect(partsOf(['title', 'text', 'deviceId'])).toEqual(['message', 'device']);
    expect(partsOf(['attachmentId', 'recipientImportId'])).toEqual(['attachment', 'recipients']);
    const once = withEditor({}, ['message', 'device'], BUDI);
    expect(withEditor(once, ['message'], SARI)).toEqual({ message: SARI, device: BUDI });
    expect(withEditor(null, ['message'], SARI)).toBeNull();
  });
});
