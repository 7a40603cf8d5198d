import { describe, expect, it } from '@jest/globals';
import { ESLint } from 'eslint';
import { ROOT } from '../setup/paths.mjs';

const eslint = new ESLint({ cwd: ROOT });

/** Messages of the rule that the server fetches nothing. */
async function faultsOf(code: string): Promise<number> {
  const config = (await eslint.calculateConfigForFile('server/src/modules/x/x.ts')) as {
    rules: Record<string, [unknown, ...{ selector: string; message: string }[]]>;
  };
  const rule = config.rules['no-restricted-syntax'] ?? [];
  const outbound = rule
    .slice(1)
    .filter((one) => /fetches/.test((one as { message: string }).message));
  expect(outbound).toHaveLength(1);
  const alone = new ESLint({
    cwd: ROOT,
    overrideConfigFile: true,
    overrideConfig: [{ rules: { 'no-restricted-syntax': ['error', ...outbound] } }],
  });
  const [result] = await alone.lintText(code);
  return result?.errorCount ?? 0;
}

describe('the server fetches nothing', () => {
  it.each([
    "await fetch('https://example.org');",
    'await globalThis.fetch(url);',
    'new WebSocket(url);',
    "import { request } from 'node:https';",
    "import http from 'http';",
    "import axios from 'axios';",
  ])('%s is refused', async (code) => {
    expect(await faultsOf(code)).toBe(1);
  });

  it.each(["import { isIP } from 'node:net';", 'prefetch(url);'])('%s is not', async (code) => {
    expect(await faultsOf(code)).toBe(0);
  });
});
