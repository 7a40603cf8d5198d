import { describe, expect, it } from '@jest/globals';
import { RecipientState } from '#contracts/recipient.contract.js';
import {
  RECIPIENT_STEPS,
  stepOf,
  stepOfEarlierAttempt,
  type Happening,
} from './recipient-machine.js';

const STATES = RecipientState.options;
const HAPPENINGS = Object.keys(RECIPIENT_STEPS) as Happening[];

/** The whole machine, drawn by hand: a row a happening, a column a state, `.` where nothing changes. */
const DRAWN = `
            pending   sending   sent      delivered read failed    skipped   unknown   cancelled
claim       sending   .         .         .         .    .         .         .         .
skip        skipped   .         .         .         .    .         .         .         .
give-up     failed    .         .         .         .    .         .         .         .
cancel      cancelled .         .         .         .    .         .         .         .
refused     .         failed    .         .         .    .         .         failed    .
lost        .         unknown   .         .         .    .         .         .         .
sent        sent      sent      .         .         .    sent      sent      sent      sent
delivered   delivered delivered delivered .         .    delivered delivered delivered delivered
read        read      read      read      read      .    read      read      read      read
mark-sent   .         .         .         .         .    sent      .         sent      .
resend      .         .         .         .         .    pending   .         pending   .
leave       .         .         .         .         .    failed    .         unknown   .
`;

const rows = DRAWN.trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(/\s+/));

describe('the machine of a recipient', () => {
  it.each(rows.map(([happening, ...steps]) => ({ happening: happening as Happening, steps })))(
    'knows what $happening leads to',
    ({ happening, steps }) => {
      const found = STATES.map((state) => stepOf(state, happening) ?? '.');
      expect(found).toEqual(steps);
    },
  );

  it('was drawn in full', () => {
    expect(rows.map(([happening]) => happening)).toEqual(HAPPENINGS);
  });

  it('leads to a hand-over only by a claim, and back to the queue only by a person', () => {
    const leadingTo = (target: RecipientState) =>
      HAPPENINGS.filter((happening) => Object.values(RECIPIENT_STEPS[happening]).includes(target));
    expect(leadingTo('sending')).toEqual(['claim']);
    expect(leadingTo('pending')).toEqual(['resend']);
  });

  it('ends in the same state whatever the order of what WhatsApp says', () => {
    const news: Happening[] = ['refused', 'sent', 'delivered', 'read', 'lost'];
    const ends = permutations(news).map((order) =>
      order.reduce<RecipientState>((state, said) => stepOf(state, said) ?? state, 'sending'),
    );
    expect(new Set(ends)).toEqual(new Set(['read']));
  });
});

describe('news about an earlier attempt', () => {
  it('proves that a recipient who waits for a second attempt needs none', () => {
    expect(stepOfEarlierAttempt('pending', 'delivered')).toBe('delivered');
  });

  it('leaves a later attempt in flight alone', () => {
    expect(HAPPENINGS.map((said) => stepOfEarlierAttempt('sending', said))).toEqual(
      HAPPENINGS.map(() => null),
    );
  });

  it('says nothing about the later attempt when it failed', () => {
    expect(stepOfEarlierAttempt('unknown', 'refused')).toBeNull();
  });
});

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}
