import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PATIENCE_MS = 15_000;

interface News {
  readonly call?: number;
  readonly result?: unknown;
  readonly error?: string;
  readonly event?: string;
  readonly data?: readonly unknown[];
}

/** A message as the child describes it. */
export interface SeenMessage {
  readonly id: { readonly id: string; readonly _serialized?: string; readonly $1?: string };
  readonly from?: string;
  readonly to?: string;
  readonly body: string;
  readonly ack: number;
}

/** The real library in a child process, with one browser profile; for specs of the stand-in. */
export class LibraryClient {
  readonly #child: ChildProcess;
  readonly #dataPath: string;
  readonly #answers = new Map<number, (news: News) => void>();
  #events: News[] = [];
  #wake = () => {};
  #calls = 0;

  private constructor(dataPath: string) {
    this.#dataPath = dataPath;
    this.#child = fork(join(import.meta.dirname, 'library-child.mjs'), { execArgv: [] });
    this.#child.on('message', (news: News) => {
      if (news.call === undefined) {
        this.#events.push(news);
        this.#wake();
      } else this.#answers.get(news.call)?.(news);
    });
  }

  static async start(): Promise<LibraryClient> {
    return new LibraryClient(await mkdtemp(join(tmpdir(), 'stand-in-profile-')));
  }

  /** Calls a method of the client (or of the child); rejects when it does. */
  async call<T = unknown>(method: string, ...args: unknown[]): Promise<T> {
    const call = ++this.#calls;
    const news = await new Promise<News>((done) => {
      this.#answers.set(call, done);
      this.#child.send({ call, method, args });
    });
    if (news.error !== undefined) throw new Error(news.error);
    return news.result as T;
  }

  /** Opens a browser; what happened before is forgotten. */
  async open(executablePath: string, options: object = {}): Promise<void> {
    this.#events = [];
    await this.call('open', { executablePath, dataPath: this.#dataPath, ...options });
  }

  /** The next event of this name (that fits): all before it of whatever name stay known. */
  async next<T>(event: string, fits: (...data: T[]) => boolean = () => true): Promise<T[]> {
    const deadline = Date.now() + PATIENCE_MS;
    while (Date.now() < deadline) {
      const at = this.#events.findIndex(
        (news) => news.event === event && fits(...((news.data ?? []) as T[])),
      );
      if (at >= 0) return this.#events.splice(at, 1)[0]?.data as T[];
      await new Promise<void>((done) => {
        const timer = setTimeout(done, deadline - Date.now());
        this.#wake = () => {
          clearTimeout(timer);
          done();
        };
      });
    }
    throw new Error(`No ${event} came, but ${JSON.stringify(this.#events)}`);
  }

  /** The next QR that a phone can scan; the library shows one that begins with "undefined," too. */
  async qr(): Promise<string> {
    const [text = ''] = await this.next<string>('qr', (qr = '') => !qr.startsWith('undefined,'));
    return text;
  }

  /** Names of the events that nobody took yet. */
  rest(): (string | undefined)[] {
    return this.#events.map((news) => news.event);
  }

  async stop(): Promise<void> {
    const ended = new Promise((done) => this.#child.once('exit', done));
    await this.call('destroy').catch(() => {});
    this.#child.disconnect();
    await ended;
    await rm(this.#dataPath, { recursive: true, force: true, maxRetries: 4 });
  }
}
