import { beforeAll, describe, expect, it } from '@jest/globals';
import { ESLint, Linter } from 'eslint';
import { ROOT } from '../setup/paths.mjs';

type Restriction = { selector: string; message: string };

describe('the server fetches nothing', () => {
  const linter = new Linter();
  let outbound: Restriction;

  beforeAll(async () => {
    // As it counts for a module of the server.
    const config = (await new ESLint({ cwd: ROOT }).calculateConfigForFile(
      'server/src/modules/x/x.ts',
    )) as { rules: Record<string, [unknown, ...Restriction[]]> };
    const [, ...restrictions] = config.rules['no-restricted-syntax'] ?? [''];
    outbound = restrictions.find(({ message }) => message.includes('fetches')) as Restriction;
    expect(outbound).toBeDefined();
  });

  const faultsOf = (code: string): number =>
    linter.verify(code, { rules: { 'no-restricted-syntax': ['error', outbound] } }).length;

  it.each([
    "await fetch('https://example.org');",
    'await globalThis.fetch(url);',
    'new WebSocket(url);',
    "import { request } from 'node:https';",
    "import http from 'http';",
    "import axios from 'axios';",
  ])('%s is refused', (code) => {
    expect(faultsOf(code)).toBe(1);
  });

  it.each(["import { isIP } from 'node:net';", 'prefetch(url);'])('%s is not', (code) => {
    expect(faultsOf(code)).toBe(0);
  });
});
