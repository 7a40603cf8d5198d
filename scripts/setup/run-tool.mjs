import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { Failure, causeIn } from './failure.mjs';
import { ROOT } from './paths.mjs';

/** Lines of a failing tool's output worth showing: some name the fault first, some last. */
const HEAD_LINES = 20;
const TAIL_LINES = 40;

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
/** @type {NodeJS.Signals | undefined} */
let stoppedBy;

for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    stoppedBy = signal;
    for (const child of running) child.kill(signal);
    if (running.size === 0) exitBySignal(signal);
  });
}

/** @param {NodeJS.Signals} signal */
function exitBySignal(signal) {
  process.exit(128 + constants.signals[signal]);
}

/**
 * @typedef {object} ToolOptions
 * @property {NodeJS.ProcessEnv} [env] added to our own environment
 * @property {boolean} [show] let the tool write to this terminal; otherwise its output is kept and
 * returned
 */

/**
 * Runs a tool to its end. Signals reach it: stopping us stops the tool first and then us.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {ToolOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} its exit code (128 + n when a signal ended
 * it) and output
 */
export function runTool(command, args, { env = {}, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    let output = '';
    child.stdout?.on('data', (/** @type {Buffer} */ chunk) => (output += chunk.toString()));
    child.stderr?.on('data', (/** @type {Buffer} */ chunk) => (output += chunk.toString()));
    child.once('error', (error) => {
      running.delete(child);
      reject(new Failure(`${command} tidak dapat dijalankan: ${error.message}`));
    });
    child.once('close', (code, signal) => {
      running.delete(child);
      if (stoppedBy && running.size === 0) exitBySignal(stoppedBy);
      resolve({ code: code ?? 128 + constants.signals[signal ?? 'SIGKILL'], output });
    });
  });
}

/**
 * Runs a tool that must succeed.
 * @param {string} what the failing step in the user's words, e.g. "Memasang paket"
 * @param {string} command
 * @param {readonly string[]} args
 * @param {ToolOptions} [options]
 * @throws {Failure} with the end of its output when the exit code is not 0
 */
export async function mustRun(what, command, args, options) {
  const { code, output } = await runTool(command, args, options);
  if (code === 0) return;
  throw new Failure(`${what} gagal (kode ${code})${causeIn(output)}`, excerpt(output));
}

/**
 * The beginning and the end of an output.
 * @param {string} output
 */
function excerpt(output) {
  const lines = output.trim().split('\n');
  const left = lines.length - HEAD_LINES - TAIL_LINES;
  if (left <= 0) return lines.join('\n');
  const dots = `… (${left} baris)`;
  return [...lines.slice(0, HEAD_LINES), dots, ...lines.slice(-TAIL_LINES)].join('\n');
}
