import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * Hands this terminal over to another Node program and ends with its exit code. Where the platform
 * can, the process image is replaced: nothing of ours stays between the user's Ctrl-C and the
 * program. Elsewhere (Windows, Node < 24) the program is a child that gets our signals.
 * @param {string} node
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function replaceProcess(node, args, env = process.env) {
  if (typeof process.execve === 'function' && process.platform !== 'win32') {
    process.execve(node, [node, ...args], withoutUndefined(env));
  }
  const child = spawn(node, args, { stdio: 'inherit', env });
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.removeAllListeners(signal);
    process.on(signal, () => child.kill(signal));
  }
  child.once('exit', (code, signal) => {
    process.exit(code ?? 128 + constants.signals[signal ?? 'SIGKILL']);
  });
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Record<string, string>}
 */
function withoutUndefined(env) {
  return Object.fromEntries(
    Object.entries(env).filter(
      /** @returns {entry is [string, string]} */ (entry) => entry[1] !== undefined,
    ),
  );
}
