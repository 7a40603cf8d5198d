import { describe, expect, it } from '@jest/globals';
import { SessionState } from '#contracts/device.contract.js';
import type { Session } from './device.js';
import { unlinkedSession } from './device.js';
import type { LinkingAdvice } from './session-machine.js';
import {
  afterNews,
  afterRestart,
  afterStop,
  linkingAdvice,
  preparingSession,
} from './session-machine.js';

const LINKED: readonly SessionState[] = ['ready', 'reconnecting', 'restricted'];

const session = (state: SessionState, more: Partial<Session> = {}): Session => ({
  state,
  reason: null,
  stateSince: 1_000,
  linkedAt: LINKED.includes(state) ? 500 : null,
  ...more,
});

const news = (state: SessionState, reason: string | null = null) => ({ state, reason });

describe('afterNews', () => {
  /** Rows: the state it is in. Letters: the news, in the order of `columns`; x follows, . is ignored. */
  const columns: SessionState[] = [
    'unlinked',
    'preparing',
    'waiting-for-scan',
    'code-expired',
    'linking',
    'ready',
    'reconnecting',
    'logged-out',
    'wrong-number',
    'passkey-required',
    'restricted',
    'failed',
  ];
  const table: [SessionState, string][] = [
    ['unlinked', '. . . . x x . . x x . .'],
    ['preparing', '. . x . x x . . x x x x'],
    ['waiting-for-scan', '. . . x x x . . x x x x'],
    ['code-expired', '. . . . x x . . x x . .'],
    ['linking', '. . . . . x . x x x x x'],
    ['ready', '. . . . . . x x . . x x'],
    ['reconnecting', '. . . . . x . x . . x x'],
    ['logged-out', '. . . . . . . . . . . .'],
    ['wrong-number', '. . . . . . . . . . . .'],
    ['passkey-required', '. . . . . . . . . . . .'],
    ['restricted', '. . . . . x x x . . . x'],
    ['failed', '. . . . . x x x . . x .'],
  ];

  it('has a row and a column for every state', () => {
    expect(table.map(([state]) => state).sort()).toEqual([...SessionState.options].sort());
    expect([...columns].sort()).toEqual([...SessionState.options].sort());
  });

  it.each(table)('from %s: %s', (from, row) => {
    const followed = columns.map((to) => (afterNews(session(from), news(to), 2_000) ? 'x' : '.'));
    expect(followed.join(' ')).toBe(row);
  });

  it('keeps since when the phone is linked, and forgets it with the link', () => {
    const ready = afterNews(session('linking'), news('ready'), 2_000);
    expect(ready).toEqual(session('ready', { stateSince: 2_000, linkedAt: 2_000 }));
    const dropped = afterNews(session('ready'), news('reconnecting', 'connection-lost'), 3_000);
    expect(dropped).toMatchObject({ reason: 'connection-lost', stateSince: 3_000, linkedAt: 500 });
    expect(afterNews(session('reconnecting'), news('ready'), 4_000)?.linkedAt).toBe(500);
    expect(afterNews(session('ready'), news('logged-out'), 4_000)?.linkedAt).toBeNull();
  });

  it('takes another reason of the same state, and the same news twice for nothing', () => {
    const restricted = session('restricted', { reason: 'a' });
    expect(afterNews(restricted, news('restricted', 'b'), 2_000)).toEqual({
      ...restricted,
      reason: 'b',
    });
    expect(afterNews(restricted, news('restricted', 'a'), 2_000)).toBeNull();
  });

  it('keeps reasons where a state has a why, as long as a column can hold', () => {
    expect(afterNews(session('linking'), news('ready', 'left over'), 2_000)?.reason).toBeNull();
    const long = afterNews(session('ready'), news('failed', 'x'.repeat(300)), 2_000);
    expect(long?.reason).toHaveLength(200);
  });
});

describe('linkingAdvice', () => {
  const table: [SessionState, LinkingAdvice][] = [
    ['unlinked', 'start'],
    ['preparing', 'under-way'],
    ['waiting-for-scan', 'under-way'],
    ['code-expired', 'start'],
    ['linking', 'under-way'],
    ['ready', 'linked'],
    ['reconnecting', 'linked'],
    ['logged-out', 'start'],
    ['wrong-number', 'start'],
    ['passkey-required', 'start'],
    ['restricted', 'linked'],
    ['failed', 'start'],
  ];

  it.each(table)('in %s: %s', (state, advice) => {
    expect(linkingAdvice(state)).toBe(advice);
  });

  it('knows every state', () => {
    expect(table.map(([state]) => state)).toEqual(SessionState.options);
  });
});

describe('what people and restarts do', () => {
  it('prepares codes without the link and the reason of before', () => {
    expect(preparingSession(2_000)).toEqual(session('preparing', { stateSince: 2_000 }));
  });

  it.each(SessionState.options)('stops codes, and nothing else, in %s', (state) => {
    const shown = ['preparing', 'waiting-for-scan', 'code-expired'].includes(state);
    expect(afterStop(session(state), 2_000)).toEqual(shown ? unlinkedSession(2_000) : null);
  });

  it.each(SessionState.options)(
    'takes links up again and ends linkings after a restart: %s',
    (state) => {
      const interrupted = ['preparing', 'waiting-for-scan', 'code-expired', 'linking'];
      const expected = LINKED.includes(state)
        ? session('reconnecting', { reason: 'server-restarted', stateSince: 2_000 })
        : interrupted.includes(state)
          ? unlinkedSession(2_000)
          : null;
      expect(afterRestart(session(state), 2_000)).toEqual(expected);
    },
  );

  it('takes up a link that had failed', () => {
    const failed = session('failed', { linkedAt: 500 });
    expect(afterRestart(failed, 2_000)).toMatchObject({ state: 'reconnecting', linkedAt: 500 });
  });
});
