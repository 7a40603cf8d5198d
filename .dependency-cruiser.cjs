const { join } = require('node:path');

/**
 * The house plan as rules: who may know whom. `npm run check` runs them,
 * scripts/architecture/rules.spec.ts breaks each.
 */

/** Tests and what only tests use: they may look everywhere, nobody may look at them. */
const TEST = String.raw`(\.spec\.ts|\.suite\.ts|/testing/.*\.ts)$|^server/test/|^client/e2e/|^client/src/test-setup\.ts$`;

const MODULES = '^server/src/modules';

/**
 * Which module may call which; news in the other direction travels as events. `audit` may be told
 * by everyone.
 */
const ARROWS = {
  audit: [],
  attachment: ['audit'],
  settings: ['audit'],
  users: ['audit'],
  auth: ['audit', 'settings', 'users'],
  embed: ['audit', 'auth', 'device', 'users'],
  device: ['audit'],
  'do-not-contact': ['audit'],
  recipient: ['audit', 'do-not-contact'],
  sender: ['attachment', 'audit', 'device', 'do-not-contact', 'recipient'],
  broadcast: ['attachment', 'audit', 'device', 'recipient', 'sender', 'settings'],
};

const arrowRules = Object.entries(ARROWS).map(([name, allowed]) => ({
  name: `arrows-of-${name}`,
  severity: 'error',
  comment: `${name} may call ${allowed.join(', ') || 'no other module'}; tell others by an event after commit`,
  from: { path: `${MODULES}/${name}/`, pathNot: TEST },
  to: { path: `${MODULES}/`, pathNot: `${MODULES}/(${[name, ...allowed].join('|')})/` },
}));

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const serverRules = [
  {
    name: 'modules-are-known',
    severity: 'error',
    comment:
      'A new module needs its arrows in .dependency-cruiser.cjs before it may import anything',
    from: { path: `${MODULES}/`, pathNot: `${MODULES}/(${Object.keys(ARROWS).join('|')})/` },
    to: {},
  },
  {
    name: 'modules-meet-at-index',
    severity: 'error',
    comment:
      "Another module's inside is its own affair: import its index.ts, or add what you need to it",
    from: { path: `${MODULES}/([^/]+)/`, pathNot: TEST },
    to: { path: `${MODULES}/[^/]+/`, pathNot: [`${MODULES}/$1/`, `${MODULES}/[^/]+/index\\.ts$`] },
  },
  {
    name: 'server-enters-modules-at-index',
    severity: 'error',
    comment:
      'main, the application module and command-line tools see of a module what its index.ts shows',
    from: { path: '^server/src/(?!modules/)', pathNot: TEST },
    to: { path: `${MODULES}/[^/]+/`, pathNot: `${MODULES}/[^/]+/index\\.ts$` },
  },
  {
    name: 'index-is-for-others',
    severity: 'error',
    comment: 'Inside a module import the file itself; going through index.ts makes cycles',
    from: { path: `${MODULES}/([^/]+)/` },
    to: { path: `${MODULES}/$1/index\\.ts$` },
  },
  {
    name: 'domain-is-pure',
    severity: 'error',
    comment:
      'Domain is plain TypeScript: its own files, libs and platform/kernel; no framework, no Node, no layer above',
    from: { path: `${MODULES}/([^/]+)/domain/`, pathNot: TEST },
    to: { pathNot: [`${MODULES}/$1/domain/`, '^libs/', '^server/src/platform/kernel/'] },
  },
  {
    name: 'application-not-outward',
    severity: 'error',
    comment:
      'A use case knows ports, never adapters or controllers: declare what you need in application/ports',
    from: { path: `${MODULES}/[^/]+/application/`, pathNot: TEST },
    to: { path: `${MODULES}/[^/]+/(api|infrastructure)/` },
  },
  {
    name: 'api-not-infrastructure',
    severity: 'error',
    comment: 'A controller calls a use case; the module file alone joins ports and adapters',
    from: { path: `${MODULES}/[^/]+/api/`, pathNot: TEST },
    to: { path: `${MODULES}/[^/]+/infrastructure/` },
  },
  {
    name: 'infrastructure-not-api',
    severity: 'error',
    comment: 'An adapter answers to a port, not to a controller',
    from: { path: `${MODULES}/[^/]+/infrastructure/`, pathNot: TEST },
    to: { path: `${MODULES}/[^/]+/api/` },
  },
  {
    name: 'technology-stays-in-adapters',
    severity: 'error',
    comment:
      'Databases, queues, browsers and spreadsheets are known to infrastructure/ and platform/ alone',
    from: { path: `${MODULES}/[^/]+/(api|application|domain)/`, pathNot: TEST },
    to: {
      path: 'node_modules/(@nestjs/(typeorm|bull)|typeorm|mysql2|better-sqlite3|bull|ioredis|exceljs|papaparse|saxes|yauzl|whatsapp-web\\.js|puppeteer(-core)?|jose|otpauth)/',
    },
  },
  {
    name: 'engines-know-no-engine',
    severity: 'error',
    comment:
      'Engines meet at their port and in gateways.ts: another one is added or taken away beside them',
    from: { path: `${MODULES}/device/infrastructure/gateways/([^/]+)/`, pathNot: TEST },
    to: {
      path: `${MODULES}/device/infrastructure/gateways/`,
      pathNot: `${MODULES}/device/infrastructure/gateways/$1/`,
    },
  },
  {
    name: 'engines-are-chosen-once',
    severity: 'error',
    comment: 'What an engine is made of (a browser, a library) is known to gateways.ts alone',
    from: {
      path: '^server/src/',
      pathNot: [TEST, `${MODULES}/device/infrastructure/gateways/`],
    },
    to: { path: `${MODULES}/device/infrastructure/gateways/(practice|whatsapp-web)/` },
  },
  {
    name: 'platform-knows-no-module',
    severity: 'error',
    comment: 'Platform carries the modules: what it needs from them it declares and they provide',
    from: { path: '^server/src/platform/', pathNot: TEST },
    to: { path: `${MODULES}/` },
  },
  {
    name: 'kernel-is-pure',
    severity: 'error',
    comment:
      'platform/kernel is imported by every domain: it may import itself, libs, node:crypto and libphonenumber-js only',
    from: { path: '^server/src/platform/kernel/', pathNot: TEST },
    to: {
      pathNot: [
        '^server/src/platform/kernel/',
        '^libs/',
        'node_modules/libphonenumber-js/',
        '^(node:)?crypto$',
      ],
    },
  },
  {
    name: 'server-runs-without-dev-dependencies',
    severity: 'error',
    comment: 'The image installs no dev dependencies: move the package to "dependencies"',
    from: { path: '^(server/src|libs)/', pathNot: TEST },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
];

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const libraryRules = [
  {
    name: 'contracts-are-leaf',
    severity: 'error',
    comment: 'Contracts are shared by server and client: zod and other contracts only',
    from: { path: '^libs/contracts/', pathNot: TEST },
    to: { pathNot: ['^libs/contracts/', 'node_modules/zod/'] },
  },
  {
    name: 'message-is-leaf',
    severity: 'error',
    comment: 'The message library runs in browser and server alike: it imports nothing but itself',
    from: { path: '^libs/message/', pathNot: TEST },
    to: { pathNot: '^libs/message/' },
  },
];

const APP = '^client/src/app';

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const clientRules = [
  {
    name: 'features-are-islands',
    severity: 'error',
    comment: 'A feature knows no other feature: what two need moves to shared/ or core/',
    from: { path: `${APP}/features/([^/]+)/` },
    to: { path: `${APP}/features/`, pathNot: `${APP}/features/$1/` },
  },
  {
    name: 'features-are-on-top',
    severity: 'error',
    comment: 'core/ and shared/ carry the features and the shell, not the other way round',
    from: { path: `${APP}/(core|shared)/`, pathNot: TEST },
    to: { path: `${APP}/(features|shell)/` },
  },
  {
    name: 'client-server-apart',
    severity: 'error',
    comment: 'Client and server meet in libs/contracts only',
    from: { path: '^(client|server)/src/' },
    to: { path: '^(client|server)/src/', pathNot: '^$1/' },
  },
];

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const generalRules = [
  {
    name: 'no-circular',
    severity: 'error',
    comment: 'A cycle makes two files one: move what both need to a third',
    from: {},
    to: { circular: true },
  },
  {
    name: 'not-to-test',
    severity: 'error',
    comment: 'The product does not depend on its tests',
    from: { path: '^(server/src|client/src|libs)/', pathNot: TEST },
    to: { path: TEST },
  },
  {
    name: 'not-to-unresolvable',
    severity: 'error',
    comment: 'This import leads nowhere',
    from: {},
    to: { couldNotResolve: true },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...generalRules, ...arrowRules, ...serverRules, ...libraryRules, ...clientRules],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    webpackConfig: { fileName: join(__dirname, 'scripts/architecture/resolve.cjs') },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
