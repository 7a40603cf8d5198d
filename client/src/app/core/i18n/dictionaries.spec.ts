import { describe, expect, it } from '@jest/globals';
import { accountTexts } from '../../features/account/i18n/account-texts.js';
import { auditTexts } from '../../features/audit/i18n/audit-texts.js';
import { doNotContactTexts } from '../../features/do-not-contact/i18n/do-not-contact-texts.js';
import { embeddingTexts } from '../../features/embedding/i18n/embedding-texts.js';
import { invitationTexts } from '../../features/invitation/i18n/invitation-texts.js';
import { landingTexts } from '../../features/landing/i18n/landing-texts.js';
import { loginTexts } from '../../features/login/i18n/login-texts.js';
import { settingsTexts } from '../../features/settings/i18n/settings-texts.js';
import { setupTexts } from '../../features/setup/i18n/setup-texts.js';
import { subjectsTexts } from '../../features/subjects/i18n/subjects-texts.js';
import { usersTexts } from '../../features/users/i18n/users-texts.js';
import { waBroadcastTexts } from '../../features/wa-broadcast/i18n/wa-broadcast-texts.js';
import { waConnectedTexts } from '../../features/wa-connected/i18n/wa-connected-texts.js';
import { appTexts } from './app-texts.js';

const SCOPES = [
  appTexts,
  accountTexts,
  auditTexts,
  doNotContactTexts,
  embeddingTexts,
  invitationTexts,
  landingTexts,
  loginTexts,
  settingsTexts,
  setupTexts,
  subjectsTexts,
  usersTexts,
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

const valuesOf = (sentence: string) => (sentence.match(/\{.*?\}/gu) ?? []).sort();

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
