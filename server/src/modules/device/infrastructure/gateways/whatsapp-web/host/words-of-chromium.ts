import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserSettings } from '../protocol.js';

/** How long Chromium may take to fail or to show an empty page, in milliseconds. */
const PATIENCE_MS = 10_000;
/** Of its last words so many are kept, in characters. */
const KEPT = 2_000;

/**
 * Why a browser did not start, in its own words. Over a pipe puppeteer learns no more than that it ended, so
 * it is started once more, for an empty page in a profile of its own, and listened to. Empty when it said
 * nothing, or starts now.
 */
export async function wordsOfChromium({ executablePath, args }: BrowserSettings): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'prima-chromium-'));
  const all = [
    ...args,
    '--headless=new',
    `--user-data-dir=${profile}`,
    '--dump-dom',
    'about:blank',
  ];
  const words = await new Promise<string>((resolve) => {
    execFile(
      executablePath,
      all,
      { timeout: PATIENCE_MS, killSignal: 'SIGKILL' },
      (error, _, stderr) => {
        resolve(error === null ? '' : stderr);
      },
    );
  });
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  return words.trim().slice(-KEPT);
}
