/**
 * Colours live in one file, client/src/theme.scss; everywhere else they are theme tokens
 * (`var(--mat-sys-…)`), so that light, dark and high contrast follow by themselves.
 */
const useToken =
  'Use a theme token, e.g. var(--mat-sys-primary); new colours belong in client/src/theme.scss';

/** @type {import('stylelint').Config} */
export default {
  customSyntax: 'postcss-scss',
  reportDescriptionlessDisables: true,
  rules: {
    'block-no-empty': true,
    'declaration-block-no-duplicate-properties': true,
    'property-no-unknown': true,
    'color-no-hex': [true, { message: useToken }],
    'color-named': ['never', { message: useToken, ignoreProperties: ['/^--/', 'font-family'] }],
    'function-disallowed-list': [
      ['rgb', 'rgba', 'hsl', 'hsla', 'hwb', 'lab', 'lch', 'oklab', 'oklch', 'color'],
      { message: useToken },
    ],
  },
  overrides: [
    {
      files: ['client/src/theme.scss'],
      rules: { 'color-no-hex': null, 'color-named': null, 'function-disallowed-list': null },
    },
  ],
};
