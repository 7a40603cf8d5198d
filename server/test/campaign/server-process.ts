import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** The compiled copy of this file stands deeper in the tree than its source. */
const PROJECT = ROOT.endsWith('/dist/server/')
  ? fileURLToPath(new URL('../../', `file://${ROOT}`))
  : ROOT;
const ENTRY = `${PROJECT}dist/server/server/src/main.js`;
const START_LIMIT_MS = 30_000;
const POLL_MS = 50;
/** Characters of what it printed that are kept of a life. */
const LAST_WORDS = 4_000;

/** The built product as a process of its own, which can be killed and started again on the same data. */
export class ServerProcess {
  private child: ChildProcess | null = null;
  private printed = '';
  private ending = false;
  private readonly ends: string[] = [];

  /** @param environment everything that the process gets to see; must hold DATA_DIR and PORT. */
  constructor(private readonly environment: Readonly<Record<string, string>>) {}

  get url(): string {
    return `http://127.0.0.1:${this.environment.PORT ?? ''}`;
  }

  /** What it printed, in all its lives. */
  get output(): string {
    return this.printed;
  }

  /** Of the life that ended last; null while it lives or when a signal ended it. */
  get exitCode(): number | null {
    return this.child?.exitCode ?? null;
  }

  /**
   * The last words of each life that ended without having been told to, after the server had answered.
   * One that meets a fault while it starts may end: whoever watches over it starts it again.
   */
  get endsByItself(): readonly string[] {
    return this.ends;
  }

  /** Resolves when the server answers. Rejects with what it printed when it ends instead. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [ENTRY], {
      // A campaign asks more often than people.
      env: { RATE_API: 'off', RATE_LOGIN: 'off', RATE_UPLOAD: 'off', ...this.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    this.ending = false;
    let answered = false;
    const from = this.printed.length;
    child.once('exit', (code, signal) => {
      if (this.ending || !answered) return;
      const words = this.printed.slice(from).slice(-LAST_WORDS);
      this.ends.push(`exit code ${String(code)}, signal ${String(signal)}: ${words}`);
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.printed += text;
      });
    }
    const deadline = Date.now() + START_LIMIT_MS;
    while (Date.now() < deadline && child.exitCode === null) {
      const ready = await fetch(`${this.url}/api/health/ready`).then(
        (response) => response.ok,
        () => false,
      );
      answered = ready;
      if (ready) return;
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    await this.end('SIGKILL');
    throw new Error(`The server did not start:\n${this.printed}`);
  }

  /** Sends it a signal: SIGSTOP freezes it, SIGCONT wakes it. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.child?.kill(signal);
  }

  /** Ends the process and resolves when it is gone. SIGKILL gives it no chance to do anything. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    this.ending = true;
    child.kill(signal);
    await gone;
  }
}
