import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import type { Clock } from '../../../../../platform/kernel/clock.js';
import type { Log } from '../../../../../platform/logging/log.js';
import type {
  Answers,
  Ask,
  FromHost,
  HostNews,
  HostStart,
  SessionEnd,
  ToHost,
} from './protocol.js';
import { redacted } from './redacted.js';

/** How host processes are started. */
export interface HostProgram {
  /** Path of the entry file. */
  readonly entry: string;
  /** Options of Node for it. */
  readonly execArgv: readonly string[];
  /** Its whole environment: what browsers need, and no secret of the product's. */
  readonly env: Readonly<Record<string, string>>;
}

/** How long a host process may keep silent, and may take to end when asked, in milliseconds. */
export interface HostPatience {
  readonly silenceMs: number;
  readonly endMs: number;
}

/** Who the host belongs to, where it writes its log, and who hears its news. */
export interface HostOwner {
  readonly deviceId: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly onNews: (news: HostNews) => void;
}

/** The process died or did not answer in time. `wasAsked`: the question had reached it. */
export class HostGone extends Error {}

interface Waiting {
  readonly answer: (value: Answers[keyof Answers]) => void;
  readonly fail: (error: Error) => void;
}

/** Heap of a host process in MiB: one that leaks dies alone. Files pass through it as base64. */
const HEAP_MB = 512;
/** Times that a process must be found silent before it is killed: one pause of the machine is none. */
const CHECKS = 4;
/** Last words of a dead process that are kept for the log, in characters. */
const LAST_WORDS = 2_000;

/** One host process from its start to its end. However it ends, every question is answered or failed. */
export class EngineHost {
  /** Resolves with why the process ended, after it did. Never rejects. */
  readonly over: Promise<SessionEnd>;
  private readonly child: ChildProcess;
  private readonly waiting = new Map<number, Waiting>();
  private readonly gone = new AbortController();
  private end: SessionEnd | null = null;
  private asked = 0;
  private wasHeard = true;
  private lastWords = '';

  constructor(
    program: HostProgram,
    start: HostStart,
    private readonly patience: HostPatience,
    private readonly owner: HostOwner,
  ) {
    this.child = fork(program.entry, [], {
      execArgv: [...program.execArgv, `--max-old-space-size=${HEAP_MB}`],
      env: program.env,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.over = new Promise((resolve) => {
      const leave = (why: string): void => {
        resolve(this.buried(why));
      };
      this.child.once('exit', (code, signal) => {
        leave(String(signal ?? code));
      });
      this.child.once('error', (error) => {
        if (this.child.pid === undefined) leave(error.message);
      });
    });
    this.child.stderr?.setEncoding('utf8').on('data', (words: string) => {
      this.lastWords = (this.lastWords + words).slice(-LAST_WORDS);
    });
    this.child.on('message', (message) => {
      this.hear(message as FromHost);
    });
    this.tell({ type: 'start', start });
    void this.watchSilence();
  }

  /** Asks the process. Rejects with `HostGone` when it dies first or takes longer than `deadlineMs`. */
  async ask<Kind extends Ask['kind']>(
    ask: Extract<Ask, { kind: Kind }>,
    deadlineMs: number,
  ): Promise<Answers[Kind]> {
    if (this.gone.signal.aborted) throw new HostGone('The host of the session has ended');
    const id = ++this.asked;
    const over = new AbortController();
    try {
      return await new Promise<Answers[Kind]>((resolve, reject) => {
        this.waiting.set(id, { answer: resolve as Waiting['answer'], fail: reject });
        this.tell({ type: 'ask', id, ask });
        void this.owner.clock.wait(deadlineMs, over.signal).then(() => {
          reject(new HostGone('The host of the session does not answer'));
        });
      });
    } finally {
      over.abort();
      this.waiting.delete(id);
    }
  }

  /** Ends the process: asks it, and kills it when it does not. Resolves when it is gone. */
  async close(): Promise<void> {
    this.tell({ type: 'end' });
    await this.killUnlessGoneAfter(this.patience.endMs);
    await this.over;
  }

  private async killUnlessGoneAfter(milliseconds: number): Promise<void> {
    await this.owner.clock.wait(milliseconds, this.gone.signal);
    if (!this.gone.signal.aborted) this.child.kill('SIGKILL');
  }

  private hear(message: FromHost): void {
    this.wasHeard = true;
    switch (message.type) {
      case 'alive':
        break;
      case 'news':
        if (!this.end) this.owner.onNews(message.news);
        break;
      case 'answer':
        this.waiting.get(message.id)?.answer(message.value);
        break;
      case 'fault':
        this.waiting.get(message.id)?.fail(new Error(redacted(message.message)));
        break;
      case 'log':
        this.owner.log.warn(message.message, {
          deviceId: this.owner.deviceId,
          cause: redacted(message.cause),
        });
        break;
      case 'over':
        if (!this.end) void this.killUnlessGoneAfter(this.patience.endMs);
        this.end ??= message.end;
        break;
    }
  }

  /** A process that is alive says so; one that hangs cannot. */
  private async watchSilence(): Promise<void> {
    const { clock, log, deviceId } = this.owner;
    for (let silent = 0; silent < CHECKS;) {
      this.wasHeard = false;
      await clock.wait(this.patience.silenceMs / CHECKS, this.gone.signal);
      if (this.gone.signal.aborted) return;
      silent = this.heardAgain() ? 0 : silent + 1;
    }
    log.warn('The host of a session hangs and is killed', { deviceId });
    this.child.kill('SIGKILL');
  }

  private heardAgain(): boolean {
    return this.wasHeard;
  }

  private buried(why: string): SessionEnd {
    this.gone.abort();
    for (const { fail } of [...this.waiting.values()]) {
      fail(new HostGone('The host of the session has ended'));
    }
    if (this.end) return this.end;
    const { log, deviceId } = this.owner;
    log.warn('The host of a session died', { deviceId, why, lastWords: redacted(this.lastWords) });
    return { code: 'broken', detail: why };
  }

  /** Says something to a process that may be dead already, which its end will tell. */
  private tell(message: ToHost): void {
    if (this.child.connected) this.child.send(message, () => undefined);
  }
}
