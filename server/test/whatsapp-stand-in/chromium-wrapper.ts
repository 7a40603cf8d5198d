import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * On Linux all of 127/8 is this machine. The wrapper puts the browser's process id into the address
 * that it routes to, so that the server knows which browser a page lives in.
 */
const CARRIES_PID = process.platform === 'linux';
const ADDRESS = CARRIES_PID
  ? '127.$(($$ >> 16 & 255)).$(($$ >> 8 & 255)).$(($$ & 255))'
  : '127.0.0.1';

/** Beside the way to the stand-in: the rest is the business of whoever starts the browser. */
const FLAGS = ['--disable-quic', '--no-sandbox'];

/**
 * Writes an executable that starts `realChromium` with web.whatsapp.com leading to `port` and every
 * other name leading nowhere. What the product passes follows.
 * @returns its path
 */
export async function writeWrapper(realChromium: string, port: number, spkiHash: string) {
  const folder = await mkdtemp(join(tmpdir(), 'whatsapp-stand-in-'));
  const path = join(folder, 'chromium');
  const rules = `MAP web.whatsapp.com ${ADDRESS}:${port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`;
  const script = [
    '#!/bin/sh',
    `exec '${realChromium}' "--host-resolver-rules=${rules}" '--ignore-certificate-errors-spki-list=${spkiHash}' ${FLAGS.join(' ')} "$@"`,
    '',
  ].join('\n');
  await writeFile(path, script, { mode: 0o755 });
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** The browser behind a connection that came in at this local address; 0 where it cannot be told. */
export function browserPid(localAddress: string): number {
  const address = localAddress.replace('::ffff:', '');
  const [, high = 0, middle = 0, low = 0] = address.split('.').map(Number);
  // Through a proxy of a test it comes as everybody does.
  return !CARRIES_PID || address === '127.0.0.1' ? 0 : (high << 16) | (middle << 8) | low;
}

/** Kills the pages of one browser, and only them: the browser lives on. */
export async function killRenderers(browser: number): Promise<void> {
  // All processes descend from the first one.
  if (browser <= 1) throw new Error('The browser of this page is not known');
  const parents = new Map<number, number>();
  const renderers: number[] = [];
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const stat = await readFile(`/proc/${entry}/stat`, 'utf8');
      parents.set(Number(entry), Number(stat.slice(stat.lastIndexOf(')')).split(' ')[2]));
      const command = await readFile(`/proc/${entry}/cmdline`, 'utf8');
      if (command.includes('--type=renderer')) renderers.push(Number(entry));
    } catch {
      // It has ended meanwhile.
    }
  }
  const under = (pid: number): boolean =>
    pid === browser || (parents.has(pid) && under(parents.get(pid) ?? 0));
  for (const pid of renderers.filter(under)) process.kill(pid, 'SIGKILL');
}
