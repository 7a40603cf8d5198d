import js from '@eslint/js';
import angular from 'angular-eslint';
import tseslint from 'typescript-eslint';
import { exportedDocs } from './scripts/eslint/exported-docs.mjs';

/** House rules as syntax: each message says what to do instead. */
const HOUSE = {
  constructor: {
    selector: 'MethodDefinition[kind="constructor"] > FunctionExpression[params.length>6]',
    message: 'A constructor takes at most 6 dependencies: this class does two jobs, split it',
  },
  environment: {
    selector:
      ':matches(MemberExpression[object.name="process"][property.name="env"], ImportDeclaration[source.value="node:process"])',
    message:
      'The environment is read and checked once, in server/src/platform/config: inject the configuration',
  },
  synchronize: {
    selector: 'Property[key.name="synchronize"][value.value=true]',
    message: 'The schema changes by migrations alone',
  },
  time: {
    selector:
      ':matches(NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.object.name="Date"][callee.property.name="now"])',
    message: 'Time comes from the injected Clock, so that tests can set it',
  },
  chance: {
    selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    message: 'Chance comes from an injected source, so that a run can be repeated',
  },
  rawHtml: {
    selector:
      ':matches(AssignmentExpression[left.property.name=/^(inner|outer)HTML$/], CallExpression[callee.property.name="insertAdjacentHTML"])',
    message: 'Never build HTML from strings: bind text in a template, Angular escapes it',
  },
  bypassSecurity: {
    selector: 'MemberExpression[property.name=/^bypassSecurityTrust/]',
    message: 'Message texts come from spreadsheets of strangers: nothing bypasses the sanitizer',
  },
  zodNamespace: {
    selector:
      'ImportDeclaration[source.value=/^zod/] > :matches(ImportSpecifier[imported.name="z"], ImportDefaultSpecifier)',
    message: 'Write import * as z: the named import adds 54 kB gzip to the client',
  },
  zodMini: {
    selector: 'ImportDeclaration[source.value="zod"]',
    message: "Write import * as z from 'zod/mini': every page carries 18 kB gzip more of 'zod'",
  },
  outbound: {
    selector:
      ':matches(CallExpression[callee.name="fetch"], CallExpression[callee.property.name="fetch"], NewExpression[callee.name=/^(WebSocket|EventSource|XMLHttpRequest)$/], ImportDeclaration[importKind!="type"][source.value=/^(node:)?(https?|http2|dgram|undici|axios|got|node-fetch)$/])',
    message: 'The server fetches nothing: an address may come from a stranger (SECURITY.md)',
  },
  inlineColour: {
    selector: 'TemplateElement[value.raw=/:\\s*(#[0-9a-fA-F]{3,8}\\b|rgba?\\(|hsla?\\()/]',
    message: 'Colours live in client/src/theme.scss; use a theme token: var(--mat-sys-…)',
  },
};

/** What the client does without, each with what takes its place; see "Transfer" in ARCHITECTURE.md. */
const HEAVY = Object.entries({
  'form-field': 'shared/forms/field, which knows native controls and signal forms only',
  input: 'shared/forms/field',
  select: '<select primaControl>, which a phone shows better as well',
  menu: 'shared/ui/menu',
  'snack-bar': 'shared/feedback/notifier',
}).map(([part, instead]) => ({
  name: `@angular/material/${part}`,
  message: `Every page would load it: use ${instead}`,
}));

const DIALOG_MODULE = {
  name: '@angular/material/dialog',
  importNames: ['MatDialogModule'],
  message: 'It brings every kind of overlay along: use DIALOG_PARTS of shared/ui/dialogs',
};

const TESTS = [
  '**/*.spec.ts',
  '**/*.suite.ts',
  '**/testing/**/*.ts',
  'server/test/**/*.ts',
  'client/e2e/**/*.ts',
];

/**
 * @param {...(keyof typeof HOUSE)} names
 * @returns {['error', ...{ selector: string, message: string }[]]}
 */
const forbid = (...names) => ['error', ...names.map((name) => HOUSE[name])];

/** @type {(keyof typeof HOUSE)[]} */
const SERVER = ['constructor', 'zodNamespace', 'environment', 'synchronize', 'outbound'];

/** @param {...string} project */
const typedBy = (...project) => ({
  parserOptions: { project, tsconfigRootDir: import.meta.dirname },
});

export default tseslint.config(
  {
    ignores: ['dist/', 'data/', 'coverage/', '.angular/', '.cache/'],
  },
  {
    // A rule that hurts is replaced by a better one, not switched off where it hurts.
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
  },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300 }],
      'no-console': ['error', { allow: ['error'] }],
      // Spreadsheet cells and message texts are cleaned of control characters on purpose.
      'no-control-regex': 'off',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      'object-shorthand': 'error',
      'prefer-template': 'error',
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { house: { rules: { 'exported-docs': exportedDocs } } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Spreading a text gives its code points, and that is what our counting wants.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // TypeORM rows and options of Nest are classes that plain objects stand in for.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Modules, controllers and contract objects of Nest may be empty: the decorator is the
      // content.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'house/exported-docs': 'error',
    },
  },
  {
    files: ['server/**/*.ts', 'libs/**/*.ts', 'client/e2e/**/*.ts'],
    languageOptions: typedBy('./server/tsconfig.test.json'),
    rules: { 'no-restricted-syntax': forbid(...SERVER) },
  },
  {
    files: ['libs/contracts/**/*.ts'],
    rules: { 'no-restricted-syntax': forbid(...SERVER, 'zodMini') },
  },
  {
    files: ['scripts/**/*.ts'],
    languageOptions: typedBy('./scripts/tsconfig.json'),
  },
  {
    files: ['server/src/modules/**/*.ts'],
    ignores: TESTS,
    rules: { 'no-restricted-syntax': forbid(...SERVER, 'time', 'chance') },
  },
  {
    files: ['server/src/platform/config/**/*.ts'],
    rules: { 'no-restricted-syntax': forbid(...SERVER.filter((name) => name !== 'environment')) },
  },
  {
    files: ['client/src/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    languageOptions: typedBy('./client/tsconfig.app.json', './client/tsconfig.spec.json'),
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/prefer-signals': 'error',
      // Angular Material declares its option bags as classes and documents object literals for them.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      'no-restricted-syntax': forbid(
        'constructor',
        'zodNamespace',
        'zodMini',
        'rawHtml',
        'bypassSecurity',
        'inlineColour',
      ),
      'no-restricted-imports': ['error', { paths: [...HEAVY, DIALOG_MODULE] }],
    },
  },
  {
    // Whoever launches a browser otherwise is not watched by policy-watch.ts.
    files: ['client/e2e/**/*.ts'],
    ignores: ['client/e2e/support/browser.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'playwright-core',
              importNames: ['chromium', 'firefox', 'webkit'],
              message: 'Use launchBrowser of support/browser.ts: it fails on CSP violations',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['client/src/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    rules: {
      '@angular-eslint/template/button-has-type': 'error',
      '@angular-eslint/template/prefer-control-flow': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'BoundAttribute[name=/^(inner|outer)HTML$|^srcdoc$/]',
          message: 'Bind text, not HTML: message texts come from spreadsheets of strangers',
        },
      ],
      'max-lines': ['error', { max: 300 }],
    },
  },
  {
    files: TESTS,
    rules: {
      // Tests may set the environment of what they start, and their names say what is promised.
      'no-restricted-syntax': forbid('zodNamespace', 'synchronize'),
      'house/exported-docs': 'off',
      // expect(mock.method) takes methods without their object on purpose.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // Tools that talk to a person at a terminal.
    files: ['scripts/**/*.mjs', 'server/test/{bench,campaign}/**/*.ts', 'server/src/cli/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // Types of these are checked by tsc (scripts/tsconfig.json).
    files: ['**/*.{mjs,cjs}'],
    rules: { 'no-undef': 'off' },
  },
);
