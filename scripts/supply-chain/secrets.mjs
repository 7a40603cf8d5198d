/**
 * What secrets look like. Only forms that are hardly anything else: a check that cries wolf is switched off.
 * @type {Readonly<Record<string, RegExp>>}
 */
export const PATTERNS = {
  'private key': /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s+[A-Za-z0-9+/=]{16,}/g,
  'key of AWS': /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  'token of GitHub': /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{60,})\b/g,
  'token of npm': /\bnpm_[A-Za-z0-9]{36}\b/g,
  'token of Slack': /\bxox[abeoprs]-[A-Za-z0-9-]{20,}/g,
  'key of Google': /\bAIza[\w-]{35}\b/g,
  'signed token': /\beyJ[\w-]{16,}\.eyJ[\w-]{16,}\.[\w-]{20,}/g,
  'password in an address':
    /\b[a-z][a-z0-9+.-]*:\/\/[\w.%-]*:(?!password@)[^\s:/@'"`$<{]{6,}@[\w.-]+/g,
  'value of a secret setting':
    /^[ \t]*(?:export )?[A-Z_]*(?:SECRET|PASSWORD|TOKEN|API_?KEY|SECRET_KEY)[ \t]*[=:][ \t]*["']?[\w+/=-]{20,}["']?[ \t]*$/gm,
};

/**
 * What only looks like a secret: part of a path, and part of the match.
 * @type {readonly { file: string, match: string, why: string }[]}
 */
export const HARMLESS = [
  { file: 'docs/install.md', match: ':change-me-', why: 'to be replaced, as it says' },
  { file: 'docs/install.md', match: ':the-redis-password@', why: 'to be replaced, as it says' },
  { file: '.spec.ts', match: ':geheim@', why: 'a made-up password of tests' },
  { file: '.spec.ts', match: ':p%40ss', why: 'a made-up password of tests' },
  { file: '.spec.ts', match: ':kata%20sandi@', why: 'a made-up password of tests' },
];

/** Longest line that is looked at: longer ones are no text of a person. */
const LONGEST = 1_000_000;

/**
 * @param {string} file path, as it is shown
 * @param {string} content
 * @param {typeof HARMLESS} [harmless]
 * @returns {string[]} a sentence for each place that looks like a secret; the secret itself is not in it
 */
export function secretsIn(file, content, harmless = HARMLESS) {
  if (content.length > LONGEST || content.includes('\0')) return [];
  return Object.entries(PATTERNS).flatMap(([kind, pattern]) =>
    [...content.matchAll(pattern)]
      .filter(
        ([match]) => !harmless.some((one) => file.includes(one.file) && match.includes(one.match)),
      )
      .map(
        ({ index }) =>
          `${file}:${content.slice(0, index).split('\n').length}: mirip rahasia (${kind})`,
      ),
  );
}
