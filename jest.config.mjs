/**
 * One Jest run for everything. Projects:
 *  server  pure and SQLite tests, beside their code (server/src, libs)
 *  system  tests over real HTTP, real databases, real Redis, real processes (server/test)
 *  client  Angular components in jsdom (client/src)
 *  e2e     the browser walk in real Chromium against the built product (client/e2e)
 */
const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      target: 'es2023',
    },
    module: { type: 'es6' },
  },
];

const node = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': swc },
  moduleNameMapper: {
    '^#contracts/(.*)\\.js$': '<rootDir>/libs/contracts/src/$1.ts',
    '^#message/(.*)\\.js$': '<rootDir>/libs/message/src/$1.ts',
    '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js'],
  },
};

export default {
  testTimeout: 30_000,
  projects: [
    {
      ...node,
      displayName: 'server',
      testMatch: ['<rootDir>/server/src/**/*.spec.ts', '<rootDir>/libs/**/*.spec.ts', '<rootDir>/scripts/**/*.spec.ts'],
    },
    { ...node, displayName: 'system', testMatch: ['<rootDir>/server/test/**/*.spec.ts'] },
    { ...node, displayName: 'e2e', testMatch: ['<rootDir>/client/e2e/**/*.spec.ts'] },
  ],
};
