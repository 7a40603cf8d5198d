/**
 * `npm run bench:sessions [-- browser …]`: what sessions of whatsapp-web.js cost on this machine, against the
 * stand-in for WhatsApp Web: start to QR, restore to ready, memory when idle. Side by side in the same run:
 * the product's engine and the library with its defaults, on the same binary; full Chromium and headless shell
 * where both are there. **For comparing, not for sizing a server: the real page needs far more.** Linux only.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { bundledChromium } from '../../src/modules/device/infrastructure/gateways/whatsapp-web/chromium/bundled-chromium.js';
import { findChromium } from '../../src/modules/device/infrastructure/gateways/whatsapp-web/chromium/find-chromium.js';
import { startStandIn } from '../whatsapp-stand-in/stand-in.js';
import type { Contender, Sessions } from './sessions/contenders.js';
import { LIBRARY, OURS, numberOf } from './sessions/contenders.js';
import { childrenEnded, memoryOfChildren } from './sessions/process-tree.js';

/** Sessions at once, and how often that is measured: the median counts. */
const SHAPES = [
  { sessions: 1, rounds: 3 },
  { sessions: 5, rounds: 1 },
];

/** How long sessions rest before their memory is read, in milliseconds. */
const REST = 5_000;

/** Where Debian's package puts a headless shell. Its /usr/bin script does not end with its parent. */
const SHELL = '/usr/lib/chromium/chromium-headless-shell';

/** One measurement; seconds until the last of the sessions, memory in MiB. */
interface Figures {
  readonly toCode: number;
  readonly toReady: number;
  readonly pss: number;
  readonly processes: number;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function measure(contender: Contender, binary: string, count: number): Promise<Figures> {
  const standIn = await startStandIn();
  const folder = await mkdtemp(join(tmpdir(), 'prima-bench-'));
  const browser = await standIn.chromiumWrapper(binary);
  const all = Array.from({ length: count }, (_, session) => session);
  /** Starts all sessions; answers the seconds until the last one came to where it should. */
  const run = async (isLinked: boolean): Promise<{ sessions: Sessions; seconds: number }> => {
    const began = performance.now();
    const codes = new Map<number, string>();
    const ready = new Set<number>();
    const sessions = contender.open(folder, browser, {
      code: (session, code) => codes.set(session, code),
      ready: (session) => ready.add(session),
    });
    for (const session of all) sessions.start(session, isLinked);
    const goal = isLinked ? ready : codes;
    while (goal.size < count) await setTimeout(5);
    const seconds = (performance.now() - began) / 1_000;
    for (const [session, code] of codes) standIn.scan(code, numberOf(session));
    while (ready.size < count) await setTimeout(5);
    return { sessions, seconds };
  };
  try {
    const linking = await run(false);
    await linking.sessions.end();
    await childrenEnded();
    const restored = await run(true);
    await setTimeout(REST);
    const { pss, processes } = await memoryOfChildren();
    await restored.sessions.end();
    await childrenEnded();
    return { toCode: linking.seconds, toReady: restored.seconds, pss, processes };
  } finally {
    await standIn.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const print = (cells: readonly string[]): void => {
  const widths = [16, 10, 20, 12, 16, 18, 0];
  console.log(cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(''));
};

async function compare(name: string, binary: string): Promise<void> {
  for (const { sessions, rounds } of SHAPES) {
    const found = new Map<Contender, Figures>();
    const figures = new Map<Contender, Figures[]>([
      [OURS, []],
      [LIBRARY, []],
    ]);
    // In turns, since other work on the machine disturbs either.
    for (let round = 0; round < rounds; round++) {
      for (const [contender, own] of figures) own.push(await measure(contender, binary, sessions));
    }
    for (const [contender, own] of figures) {
      const of = (key: keyof Figures): number => median(own.map((one) => one[key]));
      const middle: Figures = {
        ...{ toCode: of('toCode'), toReady: of('toReady') },
        ...{ pss: of('pss') / sessions, processes: of('processes') / sessions },
      };
      found.set(contender, middle);
      print([
        ...[name, String(sessions), contender.name, middle.toCode.toFixed(1)],
        ...[middle.toReady.toFixed(1), middle.pss.toFixed(0), middle.processes.toFixed(1)],
      ]);
    }
    const [ours, library] = [found.get(OURS), found.get(LIBRARY)];
    if (!ours || !library) continue;
    const ratio = (key: keyof Figures): string => (ours[key] / library[key]).toFixed(2);
    print([
      ...['', '', 'ours / library', ratio('toCode'), ratio('toReady'), ratio('pss')],
      ratio('processes'),
    ]);
  }
}

/** Full browsers and headless shells of this machine, or those that are asked for. */
async function browsers(asked: readonly string[]): Promise<readonly (readonly [string, string])[]> {
  const home = resolve('.cache/chromium');
  const bundled = await bundledChromium(home);
  const kindOf = (path: string): string =>
    path === bundled || /headless/.test(path) ? 'headless shell' : 'full Chromium';
  const found = asked.length > 0 ? asked : [await findChromium(null, home), SHELL, bundled];
  const paths = found.filter((path) => path !== null && existsSync(path)) as string[];
  return [...new Set(paths)].map((path) => [kindOf(path), path] as const);
}

if (process.platform !== 'linux') throw new Error('Memory of processes is read as Linux tells it');
const measured = await browsers(process.argv.slice(2));
for (const [name, path] of measured) console.log(`${name}: ${path}`);
for (const kind of ['full Chromium', 'headless shell']) {
  if (!measured.some(([name]) => name === kind)) console.log(`${kind}: left out, none was found`);
}
print([
  '\nbrowser',
  ' sessions',
  ' whose',
  ' to QR (s)',
  ' to ready (s)',
  ' PSS each (MiB)',
  ' processes each',
]);
for (const [name, path] of measured) await compare(name, path);
console.log(
  '\nThe stand-in’s page is tiny: WhatsApp’s own needs hundreds of MiB more per session.',
);
