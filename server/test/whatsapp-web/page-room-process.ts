import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  LookupResult,
  MessageContent,
  OptOutRequest,
  SendOutcome,
} from '../../src/modules/device/application/ports/whatsapp-gateway.js';
import type { PageSettings } from '../../src/modules/device/infrastructure/gateways/whatsapp-web/host/page/page-contract.js';
import type { StandIn } from '../whatsapp-stand-in/stand-in.js';

interface News {
  readonly call?: number;
  readonly result?: unknown;
  readonly error?: string;
  readonly event?: string;
  readonly data?: readonly unknown[];
}

/** What a spec waits for, in milliseconds. */
const QUICK: Partial<PageSettings> = {
  textDeadlineMs: 3_000,
  fileDeadlineMs: 8_000,
  ackDeadlineMs: 1_500,
  answerDeadlineMs: 6_000,
  lookupPauseMs: 50,
  modulesWaitMs: 500,
};

/** The room of a page in a process of its own, over one folder for profile and record. */
export class PageRoomProcess {
  readonly #folder: string;
  readonly #settings: Partial<PageSettings>;
  #child: ChildProcess | null = null;
  readonly #answers = new Map<number, (news: News) => void>();
  #events: News[] = [];
  #wake = () => {};
  #calls = 0;
  readonly receipts: [string, string][] = [];
  readonly optOuts: OptOutRequest[] = [];

  private constructor(folder: string, settings: Partial<PageSettings>) {
    this.#folder = folder;
    this.#settings = { ...QUICK, ...settings };
  }

  static async create(settings: Partial<PageSettings> = {}): Promise<PageRoomProcess> {
    return new PageRoomProcess(await mkdtemp(join(tmpdir(), 'page-room-')), settings);
  }

  get folder(): string {
    return this.#folder;
  }

  /** Starts process and browser; links the account when it is not. Resolves at ready. */
  async open(standIn: StandIn, executablePath: string, account: string): Promise<void> {
    this.#spawn();
    await this.#call('open', {
      ...{ executablePath, folder: this.#folder, settings: this.#settings },
    });
    const { event, data } = await this.#next(['qr', 'ready', 'failed']);
    if (event === 'failed') throw new Error(String(data?.[0]));
    if (event === 'qr') {
      standIn.scan(String(data?.[0]), account);
      await this.#next(['ready']);
    }
  }

  ready(): Promise<unknown> {
    return this.#next(['ready']);
  }

  prepare(): Promise<string[]> {
    return this.#call('prepare');
  }

  newMessageId(): Promise<string> {
    return this.#call('newMessageId');
  }

  lookup(phone: string): Promise<LookupResult> {
    return this.#call('lookup', phone);
  }

  /** The address of a number that has WhatsApp. */
  async addressOf(phone: string): Promise<string> {
    const found = await this.lookup(phone);
    if (found.kind !== 'on') throw new Error(`${phone} is ${found.kind}`);
    return found.address;
  }

  send(id: string, address: string, content: MessageContent | string): Promise<SendOutcome> {
    const whole = typeof content === 'string' ? { text: content, attachment: null } : content;
    return this.#call('send', id, address, whole);
  }

  reconcile(id: string): Promise<SendOutcome> {
    return this.#call('reconcile', id);
  }

  catchUp(ids: readonly string[]): Promise<void> {
    return this.#call('catchUp', ids);
  }

  close(): Promise<void> {
    return this.#call('close');
  }

  evaluate<T = unknown>(code: string): Promise<T> {
    return this.#call('evaluate', code);
  }

  /** Resolves when this receipt (of this level) has been told. */
  async receipt(id: string, level: string): Promise<void> {
    while (!this.receipts.some(([known, its]) => known === id && its === level)) {
      await this.#news();
    }
  }

  /** Resolves with the wish that this message was. */
  async optOut(messageId: string): Promise<OptOutRequest> {
    for (;;) {
      const found = this.optOuts.find((request) => request.messageId === messageId);
      if (found) return found;
      await this.#news();
    }
  }

  /** Names of what nobody waited for, as `unhandled`. */
  troubles(): unknown[] {
    return this.#events.filter(({ event }) => event === 'unhandled').map(({ data }) => data?.[0]);
  }

  /** Ends the process as an administrator's `kill -9` does; its browser ends with it. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await ended;
    this.#child = null;
  }

  /** Closes the browser and ends the process; the folder stays. */
  async down(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    const ended = new Promise((done) => child.once('exit', done));
    await this.#call('destroy').catch(() => undefined);
    child.disconnect();
    await ended;
    this.#child = null;
  }

  async stop(): Promise<void> {
    await this.down();
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 4, retryDelay: 200 });
  }

  #spawn(): void {
    const entry = join(import.meta.dirname, 'page-room-child.ts');
    const hooks = pathToFileURL(join(import.meta.dirname, '../ts-entry.mjs')).href;
    this.#events = [];
    this.#child = fork(entry, { execArgv: ['--import', hooks] });
    this.#child.on('message', (news: News) => {
      if (news.call !== undefined) {
        this.#answers.get(news.call)?.(news);
        return;
      }
      if (news.event === 'receipt') this.receipts.push(news.data as [string, string]);
      else if (news.event === 'optOut') this.optOuts.push(news.data?.[0] as OptOutRequest);
      else this.#events.push(news);
      this.#wake();
    });
  }

  async #call<T>(method: string, ...args: unknown[]): Promise<T> {
    const call = ++this.#calls;
    const news = await new Promise<News>((done) => {
      this.#answers.set(call, done);
      this.#child?.send({ call, method, args });
    });
    this.#answers.delete(call);
    if (news.error !== undefined) throw new Error(news.error);
    return news.result as T;
  }

  async #next(names: readonly string[]): Promise<News> {
    for (;;) {
      const at = this.#events.findIndex(({ event = '' }) => names.includes(event));
      const [found] = at < 0 ? [] : this.#events.splice(at, 1);
      if (found) return found;
      await this.#news();
    }
  }

  /** Resolves when anything is told. */
  #news(): Promise<void> {
    return new Promise((resolve) => {
      const before = this.#wake;
      this.#wake = () => {
        before();
        resolve();
      };
    });
  }
}
