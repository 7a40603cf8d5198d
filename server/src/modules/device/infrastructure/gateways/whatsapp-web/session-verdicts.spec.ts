import { describe, expect, it } from '@jest/globals';
import type { EndCode } from './protocol.js';
import type { Stage, Verdict } from './session-verdicts.js';
import { verdictOn } from './session-verdicts.js';

const verdict = (code: EndCode, stage: Stage, tries = 1, detail: string | null = null) =>
  verdictOn({ code, detail }, stage, tries);
const inWords = ({ news, again, forget }: Verdict): string =>
  [news ? `${news.state}(${news.reason ?? ''})` : '-', again, forget ? 'forget' : 'keep'].join(' ');

describe('what follows from the end of a life', () => {
  const table: [EndCode, pairing: string, linking: string, linked: string][] = [
    ['closed', '- never keep', '- never keep', '- never keep'],
    ['broken', '- soon keep', '- soon keep', 'reconnecting(engine-restarting) soon keep'],
    ['offline', '- soon keep', '- soon keep', 'reconnecting(connection-lost) soon keep'],
    [
      'whatsapp-unreachable',
      'failed(whatsapp-unreachable) never keep',
      '- soon keep',
      'reconnecting(whatsapp-unreachable) soon keep',
    ],
    ['sync-stuck', '- soon keep', '- soon keep', 'reconnecting(sync-stuck) soon keep'],
    [
      'phone-logged-out',
      '- soon forget',
      'logged-out(phone-logged-out) never forget',
      'logged-out(phone-logged-out) never forget',
    ],
    [
      'session-missing',
      '- soon forget',
      'logged-out(session-missing) never forget',
      'logged-out(session-missing) never forget',
    ],
    ['banned', ...patient('restricted(banned)')],
    ['network-blocked', ...patient('restricted(network-blocked)')],
    ['used-elsewhere', ...patient('failed(used-elsewhere)')],
    ['whatsapp-outdated', ...patient('failed(whatsapp-outdated)')],
    ['browser-missing', ...patient('failed(browser-missing)')],
    ['browser-failed', ...patient('failed(browser-failed)')],
    ['sandbox-refused', ...patient('failed(sandbox-refused)')],
    ['profile-in-use', ...patient('failed(profile-in-use)')],
  ];

  it.each(table)('%s: %s, %s, %s', (code, pairing, linking, linked) => {
    expect(inWords(verdict(code, 'pairing'))).toBe(pairing);
    expect(inWords(verdict(code, 'linking'))).toBe(linking);
    expect(inWords(verdict(code, 'linked'))).toBe(linked);
  });

  it('tells whose number scanned, and what WhatsApp Web lacks', () => {
    expect(verdict('wrong-number', 'linking', 1, '+6281200000002')).toEqual({
      news: { state: 'wrong-number', reason: '+6281200000002' },
      again: 'never',
      forget: true,
    });
    expect(inWords(verdict('whatsapp-changed', 'linked', 1, 'WAWebCmd'))).toBe(
      'failed(whatsapp-changed:WAWebCmd) late keep',
    );
    expect(inWords(verdict('passkey-required', 'pairing'))).toBe('passkey-required() never forget');
  });

  it('tells whoever waits at a screen after three lives that came to nothing', () => {
    expect(inWords(verdict('broken', 'pairing', 3))).toBe('failed(engine-failed) never forget');
    expect(inWords(verdict('sync-stuck', 'linking', 3))).toBe('failed(sync-stuck) never keep');
    expect(inWords(verdict('session-missing', 'pairing', 3))).toContain('failed(engine-failed)');
  });

  it('never gives a linked device up, and says after a while that it does not work', () => {
    expect(inWords(verdict('broken', 'linked', 4))).toBe('failed(engine-failed) soon keep');
    expect(inWords(verdict('whatsapp-unreachable', 'linked', 400))).toContain('reconnecting');
  });
});

/** Nobody waits for a linked device at a screen; whoever scans presses the button again. */
function patient(told: string): [string, string, string] {
  return [`${told} never keep`, `${told} never keep`, `${told} late keep`];
}
