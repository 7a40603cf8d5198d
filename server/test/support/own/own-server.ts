import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const START_LIMIT_MS = 30_000;
const POLL_MS = 50;

/** Where a program of this name is; null when it is not installed. */
export function programOf(name: string): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file)) ?? null;
}

/**
 * A server program of one test alone, on a port and in a folder of its own: it may be stopped, killed and
 * started again without harm to anybody else's.
 */
export class OwnServer {
  readonly folder: string;
  private child: ChildProcess | null = null;
  private printed = '';

  /** @param command program and arguments, by the folder of its data */
  constructor(
    name: string,
    readonly port: number,
    private readonly command: (folder: string) => readonly [string, ...string[]],
  ) {
    this.folder = mkdtempSync(join(tmpdir(), `prima-${name}-`));
  }

  /** Resolves when it takes connections. */
  async start(): Promise<void> {
    const [program, ...args] = this.command(this.folder);
    const child = spawn(program, args, { cwd: this.folder, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.printed = (this.printed + text).slice(-4_000);
      });
    }
    const deadline = Date.now() + START_LIMIT_MS;
    while (!(await takesConnections(this.port))) {
      if (child.exitCode !== null || Date.now() > deadline) {
        await this.stop('SIGKILL');
        throw new Error(`${program} did not start:\n${this.printed}`);
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  /** Ends the process and resolves when it is gone; its data stays. */
  async stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const child = this.child;
    this.child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  }

  /** Ends it for good and removes its data. */
  async remove(): Promise<void> {
    await this.stop('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}
