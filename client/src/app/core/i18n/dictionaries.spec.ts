import { describe, expect, it } from '@jest/globals';
import { landingTexts } from '../../features/landing/i18n/landing-texts.js';
import { loginTexts } from '../../features/login/i18n/login-texts.js';
import { setupTexts } from '../../features/setup/i18n/setup-texts.js';
import { waBroadcastTexts } from '../../features/wa-broadcast/i18n/wa-broadcast-texts.js';
import { waConnectedTexts } from '../../features/wa-connected/i18n/wa-connected-texts.js';
import { appTexts } from './app-texts.js';

const SCOPES = [
  appTexts,
  landingTexts,
  loginTexts,
  setupTexts,
  waBroadcastTexts,
  waConnectedTexts,
] as const;

/** Every sentence by its dotted key. */
function sentences(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] satisfies [string, string]]
      : sentences(value as object, `${path}${key}.`),
  );
}

const valuesOf = (sentence: string) => (sentence.match(/\{\{.*?\}\}/gu) ?? []).sort();

describe.each(SCOPES.map((scope) => [scope.name, scope] as const))('texts of %s', (_, scope) => {
  it('have the same keys in both languages, and each names the same values', async () => {
    const id = sentences(await scope.load.id());
    const en = new Map(sentences(await scope.load.en()));

    expect([...en.keys()].sort()).toEqual(id.map(([key]) => key).sort());
    for (const [key, sentence] of id) {
      expect([key, valuesOf(en.get(key) ?? '')]).toEqual([key, valuesOf(sentence)]);
    }
  });

  it('leave no sentence empty', async () => {
    const all = [...sentences(await scope.load.id()), ...sentences(await scope.load.en())];
    expect(all.filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
  });
});
