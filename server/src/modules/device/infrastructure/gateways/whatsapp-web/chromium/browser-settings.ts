import type { BrowserSettings } from '../protocol.js';

/** Nothing that phones home, writes elsewhere or draws on a GPU that a server does not have. */
const ARGS = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Containers give 64 MB of shared memory, on which Chromium crashes.
  '--disable-dev-shm-usage',
];

/**
 * How a browser is started.
 *
 * @param hasSandbox false only for root, whom Chromium refuses otherwise, and where the settings say so
 * @param proxy `http[s]://[user:password@]host:port`; its login never stands in an argument, which
 * every user of the machine can read.
 */
export function browserSettings(
  executablePath: string,
  proxy: string | null,
  hasSandbox: boolean,
): BrowserSettings {
  const args = hasSandbox ? [...ARGS] : [...ARGS, '--no-sandbox'];
  if (proxy === null) return { executablePath, args, proxyLogin: null };
  const { protocol, host, username, password } = new URL(proxy);
  args.push(`--proxy-server=${protocol}//${host}`);
  const proxyLogin =
    username === ''
      ? null
      : { username: decodeURIComponent(username), password: decodeURIComponent(password) };
  return { executablePath, args, proxyLogin };
}
