import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const MODULES = 'server/src/modules';
const APP = 'client/src/app';

/** An import that breaks exactly the named rule: rule, importing file, imported file or package. */
const FORBIDDEN: readonly (readonly [rule: string, from: string, to: string])[] = [
  ['arrows-of-audit', `${MODULES}/audit/application/a.ts`, `${MODULES}/device/index.ts`],
  ['arrows-of-users', `${MODULES}/users/application/a.ts`, `${MODULES}/auth/index.ts`],
  ['arrows-of-auth', `${MODULES}/auth/application/a.ts`, `${MODULES}/device/index.ts`],
  ['arrows-of-embed', `${MODULES}/embed/application/a.ts`, `${MODULES}/broadcast/index.ts`],
  ['arrows-of-device', `${MODULES}/device/application/a.ts`, `${MODULES}/sender/index.ts`],
  ['arrows-of-recipient', `${MODULES}/recipient/application/a.ts`, `${MODULES}/broadcast/index.ts`],
  ['arrows-of-sender', `${MODULES}/sender/application/a.ts`, `${MODULES}/broadcast/index.ts`],
  ['arrows-of-broadcast', `${MODULES}/broadcast/application/a.ts`, `${MODULES}/auth/index.ts`],
  ['modules-are-known', `${MODULES}/novelty/application/a.ts`, `${MODULES}/audit/index.ts`],
  [
    'modules-meet-at-index',
    `${MODULES}/sender/application/b.ts`,
    `${MODULES}/device/application/a.ts`,
  ],
  ['server-enters-modules-at-index', 'server/src/app.ts', `${MODULES}/device/application/a.ts`],
  ['index-is-for-others', `${MODULES}/device/application/c.ts`, `${MODULES}/device/index.ts`],
  ['domain-is-pure', `${MODULES}/device/domain/a.ts`, '@nestjs/common'],
  ['domain-is-pure', `${MODULES}/device/domain/b.ts`, 'node:fs'],
  ['domain-is-pure', `${MODULES}/device/domain/c.ts`, `${MODULES}/device/infrastructure/a.ts`],
  ['domain-is-pure', `${MODULES}/device/domain/d.ts`, 'server/src/platform/database/a.ts'],
  ['application-not-outward', `${MODULES}/device/application/d.ts`, `${MODULES}/device/api/a.ts`],
  [
    'application-not-outward',
    `${MODULES}/device/application/e.ts`,
    `${MODULES}/device/infrastructure/a.ts`,
  ],
  ['api-not-infrastructure', `${MODULES}/device/api/b.ts`, `${MODULES}/device/infrastructure/a.ts`],
  ['infrastructure-not-api', `${MODULES}/device/infrastructure/b.ts`, `${MODULES}/device/api/a.ts`],
  ['technology-stays-in-adapters', `${MODULES}/device/application/f.ts`, 'typeorm'],
  [
    'engines-know-no-engine',
    `${MODULES}/device/infrastructure/gateways/practice/a.ts`,
    `${MODULES}/device/infrastructure/gateways/whatsapp-web/a.ts`,
  ],
  [
    'engines-are-chosen-once',
    `${MODULES}/device/infrastructure/persistence/a.ts`,
    `${MODULES}/device/infrastructure/gateways/whatsapp-web/b.ts`,
  ],
  ['platform-knows-no-module', 'server/src/platform/http/a.ts', `${MODULES}/auth/index.ts`],
  ['kernel-is-pure', 'server/src/platform/kernel/a.ts', '@nestjs/common'],
  ['server-runs-without-dev-dependencies', 'server/src/platform/http/b.ts', 'fast-check'],
  ['contracts-are-leaf', 'libs/contracts/src/a.contract.ts', '@nestjs/common'],
  ['message-is-leaf', 'libs/message/src/a.ts', 'zod'],
  ['features-are-islands', `${APP}/features/device/a.ts`, `${APP}/features/broadcast/a.ts`],
  ['features-are-on-top', `${APP}/shared/a.ts`, `${APP}/features/broadcast/a.ts`],
  ['client-server-apart', `${APP}/core/a.ts`, 'server/src/platform/kernel/b.ts'],
  ['no-circular', `${APP}/core/cycle-a.ts`, `${APP}/core/cycle-b.ts`],
  ['not-to-test', `${MODULES}/device/application/g.ts`, `${MODULES}/device/testing/a.ts`],
  ['not-to-unresolvable', `${APP}/core/b.ts`, 'no-such-package'],
];

/** Imports that the house is made of; no rule may mind them. */
const ALLOWED: readonly (readonly [from: string, to: string])[] = [
  [`${MODULES}/sender/application/ok.ts`, `${MODULES}/device/index.ts`],
  [`${MODULES}/auth/application/ok.ts`, `${MODULES}/users/index.ts`],
  [`${MODULES}/embed/api/ok.ts`, `${MODULES}/auth/index.ts`],
  [`${MODULES}/device/application/ok.ts`, `${MODULES}/audit/index.ts`],
  [`${MODULES}/device/application/ok2.ts`, 'server/src/platform/database/a.ts'],
  [`${MODULES}/device/domain/ok.ts`, '#contracts/ok.contract.js'],
  [`${MODULES}/device/domain/ok2.ts`, 'server/src/platform/kernel/b.ts'],
  [`${MODULES}/device/domain/ok.spec.ts`, 'fast-check'],
  [`${MODULES}/device/infrastructure/ok.ts`, 'typeorm'],
  [`${MODULES}/device/device.module.ts`, `${MODULES}/device/infrastructure/a.ts`],
  ['server/src/app.module.ts', `${MODULES}/device/index.ts`],
  ['server/test/ok.spec.ts', `${MODULES}/device/infrastructure/a.ts`],
  ['libs/contracts/src/ok.contract.ts', 'zod'],
  [`${APP}/features/device/ok.ts`, `${APP}/shared/ok.ts`],
  [`${APP}/shell/ok.ts`, `${APP}/features/device/ok.ts`],
];

/** The way back of the seeded cycle, which is reported once, at its other file. */
const WAY_BACK = [`${APP}/core/cycle-b.ts`, `${APP}/core/cycle-a.ts`] as const;

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

describe('architecture rules', () => {
  let house: string;
  let violations: readonly Violation[];

  beforeAll(() => {
    house = mkdtempSync(join(tmpdir(), 'architecture-'));
    symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'));
    cpSync(join(ROOT, 'package.json'), join(house, 'package.json'));
    for (const [, from, to] of FORBIDDEN) seed(house, from, to);
    for (const [from, to] of ALLOWED) seed(house, from, to);
    seed(house, ...WAY_BACK);
    violations = cruise(house);
  }, 60_000);

  afterAll(() => {
    rmSync(house, { recursive: true, force: true });
  });

  it.each(FORBIDDEN)('%s: no import from %s to %s', (rule, from) => {
    const broken = violations.filter((violation) => violation.from === from);
    expect(broken.map((violation) => violation.rule.name)).toContain(rule);
  });

  it.each(ALLOWED)('nothing against %s importing %s', (from) => {
    expect(violations.filter((violation) => violation.from === from)).toEqual([]);
  });
});

/** Writes the importing file and, when it is one of ours, the imported file. */
function seed(house: string, from: string, to: string): void {
  const isOurs = /^(server|client|libs)\//.test(to);
  if (isOurs) write(house, to, 'export const seeded = 1;\n', 'a');
  const specifier = isOurs ? relativeImport(from, to) : to;
  write(house, from, `import * as used from '${specifier}';\nexport const use = used;\n`, 'w');
}

function write(house: string, file: string, content: string, flag: 'a' | 'w'): void {
  const path = join(house, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content, { flag });
}

function relativeImport(from: string, to: string): string {
  const up = '../'.repeat(from.split('/').length - 1);
  return `${up}${to.replace(/\.ts$/, '.js')}`;
}

function cruise(house: string): readonly Violation[] {
  const depcruise = join(
    ROOT,
    'node_modules',
    'dependency-cruiser',
    'bin',
    'dependency-cruiser.mjs',
  );
  const config = join(ROOT, '.dependency-cruiser.cjs');
  const folders = ['server', 'client', 'libs'];
  const run = spawnSync(
    process.execPath,
    [depcruise, '--config', config, '--output-type', 'json', ...folders],
    { cwd: house, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const report = JSON.parse(run.stdout) as { summary: { violations: Violation[] } };
  return report.summary.violations;
}
