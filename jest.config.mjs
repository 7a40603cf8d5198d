/**
 * One Jest run for everything. Projects:
 *  server  pure and SQLite tests, beside their code (server/src, libs)
 *  system  tests over real HTTP, real databases, real Redis, real processes (server/test)
 *  client  Angular components in jsdom (client/src)
 *  e2e     the browser walk in real Chromium against the built product (client/e2e)
 */
import angularPresets from 'jest-preset-angular/presets/index.js';

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

// Templates and signal inputs need Angular's own compiler, which this preset brings; no zone.js.
const angularPreset = angularPresets.createEsmPreset({
  tsconfig: '<rootDir>/client/tsconfig.spec.json',
});

const client = {
  ...angularPreset,
  displayName: 'client',
  testMatch: ['<rootDir>/client/src/**/*.spec.ts'],
  setupFilesAfterEnv: ['<rootDir>/client/src/test-setup.ts'],
  moduleNameMapper: { ...angularPreset.moduleNameMapper, ...node.moduleNameMapper },
};

export default {
  testTimeout: 30_000,
  // Worker processes also where there are few cores: modules of the VM are never let go of, so one process
  // for all files would grow to gigabytes. A worker that has grown is replaced between two files.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '1GB',
  projects: [
    {
      ...node,
      displayName: 'server',
      testMatch: [
        '<rootDir>/server/src/**/*.spec.ts',
        '<rootDir>/libs/**/*.spec.ts',
        '<rootDir>/scripts/**/*.spec.ts',
      ],
    },
    { ...node, displayName: 'system', testMatch: ['<rootDir>/server/test/**/*.spec.ts'] },
    client,
    { ...node, displayName: 'e2e', testMatch: ['<rootDir>/client/e2e/**/*.spec.ts'] },
  ],
};
