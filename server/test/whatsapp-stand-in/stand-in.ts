import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Behaviour, SendFault } from './behaviour.js';
import { makeCertificate } from './certificate.js';
import { killRenderers, writeWrapper } from './chromium-wrapper.js';
import type { Arrival } from './outbox.js';
import { servePage } from './page-door.js';
import type { PageLine } from './page-line.js';
import { Whatsapp, type Inbound } from './whatsapp.js';

/** A busy machine lets a page wait before it hears, in milliseconds. */
const HANG_BEGINS_MS = 10_000;

/** A phone, a network and WhatsApp, played for one test file; see README.md. */
export class StandIn {
  readonly #whatsapp = new Whatsapp();
  readonly #certificate = makeCertificate('web.whatsapp.com');
  readonly #sockets = new Set<Socket>();
  readonly #wrappers: { remove(): Promise<void> }[] = [];
  #hanging = false;
  #port = 0;

  readonly #server = createServer(
    { key: this.#certificate.key, cert: this.#certificate.cert },
    (request, response) => {
      if (this.#hanging) return;
      servePage(this.#whatsapp, request, response).catch((error: unknown) => {
        // A browser that was killed in the middle of a question is nothing to tell.
        if (!request.socket.destroyed) console.error('stand-in:', error);
        request.socket.destroy();
      });
    },
  );

  /** Listens on a free port. */
  async start(): Promise<this> {
    this.#server.on('connection', (socket: Socket) => {
      // It listens on all addresses because browsers come in at 127.x.y.z; nobody else may.
      if (!socket.remoteAddress?.replace('::ffff:', '').startsWith('127.')) socket.destroy();
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    await this.#listen();
    return this;
  }

  /** Where it listens, for a test's own proxy. */
  get port(): number {
    return this.#port;
  }

  /** Ends it; open pages lose their line. */
  async stop(): Promise<void> {
    await this.#close();
    await Promise.all(this.#wrappers.map((wrapper) => wrapper.remove()));
  }

  /** An executable for CHROMIUM_PATH: the real browser, for which web.whatsapp.com is this server. */
  async chromiumWrapper(realChromium: string): Promise<string> {
    const wrapper = await writeWrapper(realChromium, this.#port, this.#certificate.spkiHash);
    this.#wrappers.push(wrapper);
    return wrapper.path;
  }

  /** Changes how server and pages behave from now on, see {@link Behaviour}; resolves when they know. */
  async configure(change: Partial<Behaviour>): Promise<void> {
    const { behaviour } = this.#whatsapp;
    Object.assign(behaviour, change);
    await Promise.all(
      this.#lines().map((line) => line.tellAndWait({ type: 'settings', behaviour })),
    );
  }

  /**
   * The phone of `account` scans this QR.
   * @throws Error when it is over or garbled, as a phone would say
   */
  scan(qrText: string, account: string): void {
    const [ref, noise, identity, adv, platform] = qrText.split(',');
    const line = this.#lines().find((one) => one.ref !== '' && one.ref === ref);
    if (!line) throw new Error('The phone says: this QR code is no longer valid');
    const { keys } = line;
    if (noise !== keys.noise || identity !== keys.identity || adv !== keys.adv || !platform) {
      throw new Error('The phone says: this QR code belongs to another page');
    }
    this.#whatsapp.pair(line, account);
  }

  /**
   * Somebody types this pairing code on the phone of `account`.
   * @throws Error when the code is over or was made for another phone
   */
  enterCode(code: string, account: string): void {
    const typed = code.replace('-', '').toUpperCase();
    const line = this.#lines().find((one) => one.code?.text === typed);
    if (!line) throw new Error('The phone says: wrong code');
    if (line.code?.phone !== account) throw new Error('This phone was not asked for a code');
    this.#whatsapp.pair(line, account);
  }

  /** The QR on every unlinked page is over now and the next one shows. */
  rotateRef(): void {
    for (const line of this.#unlinked()) line.nextRef(this.#whatsapp.behaviour.refMs);
  }

  /** Every unlinked page has shown its last QR: UNPAIRED_IDLE until it asks for more. */
  refsRunOut(): void {
    for (const line of this.#unlinked()) line.endRefs();
  }

  /** The person removes this computer on the phone (Perangkat tertaut), also while no page runs. */
  unlink(account: string): void {
    for (const device of this.#whatsapp.devicesOf(account)) {
      this.#whatsapp.unpair(device);
      device.line?.tell({ type: 'unlinked' });
    }
  }

  /** How many browsers are linked to the account, running or not. */
  linked(account: string): number {
    return this.#whatsapp.devicesOf(account).length;
  }

  /** Cuts the pages of an account ('*': all) off; what they send stays with them. */
  offline(account = '*'): void {
    this.#whatsapp.offline.add(account);
    for (const line of this.#lines(account === '*' ? undefined : account)) line.cut();
  }

  /** Ends {@link offline}; pages come back by themselves. */
  online(account = '*'): void {
    this.#whatsapp.offline.delete(account);
  }

  /**
   * The way to WhatsApp: `up`; `refusing`, the port is closed; `silent`, connections are taken and
   * nothing is answered any more.
   */
  async network(way: 'up' | 'refusing' | 'silent'): Promise<void> {
    this.#hanging = way === 'silent';
    if (way === 'refusing') await this.#close();
    else if (!this.#server.listening) await this.#listen();
  }

  /**
   * The account's pages go into a state as CONFLICT, TOS_BLOCK, TIMEOUT or OPENING; with `stays` they
   * come up in it as well, until the account is set to CONNECTED.
   */
  setState(account: string, state: string, stays = false): void {
    if (stays) this.#whatsapp.states.set(account, state);
    else this.#whatsapp.states.delete(account);
    this.#tellAll({ type: 'state', state }, account);
  }

  /** Whether a number has WhatsApp; all have, unless said otherwise. */
  setPresent(number: string, present: boolean): void {
    this.#whatsapp.directory.setPresent(number, present);
  }

  /** The next `times` lookups of this number answer null. */
  nullsFirst(number: string, times: number): void {
    this.#whatsapp.directory.setNullsFirst(number, times);
  }

  /** The hidden id of a number, without `@lid`. */
  lidOf(number: string): string {
    return this.#whatsapp.directory.lidOf(number);
  }

  /** A person writes to an account. @returns the message's id */
  receive(message: Inbound): string {
    return this.#whatsapp.bring(message);
  }

  /** Every message that arrived, in order of arrival. */
  outbox(): Arrival[] {
    return this.#whatsapp.outbox.all();
  }

  /** Who was shown as typing to whom, in order: `typing`, `recording`, `stop`. */
  typing(): readonly { from: string; to: string; state: string }[] {
    return this.#whatsapp.typing;
  }

  /** What the library asked the page for and the page lacks, with how often. To be {}. */
  misses(): Record<string, number> {
    return Object.fromEntries(this.#whatsapp.missed);
  }

  /** Lets a message that arrived be acknowledged with this level. */
  ack(messageId: string, level: number): void {
    this.#whatsapp.ack(messageId, level);
  }

  /** The next `times` sends to this number ('*': any) go wrong in this way. */
  fault(number: string, fault: SendFault, times = 1): void {
    this.#whatsapp.faults.set(number, { fault, times });
  }

  /** Process ids of the browsers whose pages are on the line (of this account). */
  browsers(account?: string): number[] {
    return [...new Set(this.#lines(account).map((line) => line.browser))];
  }

  /** Kills the pages (renderers) of this account's browsers; the browsers live on. */
  async crashPage(account?: string): Promise<void> {
    await Promise.all(this.browsers(account).map(killRenderers));
  }

  /** The pages do nothing but count for `ms`. Resolves when they have begun. */
  async hang(ms: number, account?: string): Promise<void> {
    await Promise.all(
      this.#lines(account).map((line) => line.tellAndWait({ type: 'hang', ms }, HANG_BEGINS_MS)),
    );
  }

  /** The pages reload themselves. */
  reload(account?: string): void {
    this.#tellAll({ type: 'reload' }, account);
  }

  /** The pages say once more that they have synced. */
  resync(account?: string): void {
    this.#tellAll({ type: 'resync' }, account);
  }

  #unlinked(): PageLine[] {
    return this.#lines().filter((line) => !line.device);
  }

  #lines(account?: string): PageLine[] {
    const all = [...this.#whatsapp.lines.values()];
    return account ? all.filter((line) => line.device?.account === account) : all;
  }

  #tellAll(event: Parameters<PageLine['tell']>[0], account?: string): void {
    for (const line of this.#lines(account)) line.tell(event);
  }

  async #close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    if (this.#server.listening) await new Promise((done) => this.#server.close(done));
  }

  async #listen(): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(this.#port, '0.0.0.0', done));
    this.#port = (this.#server.address() as AddressInfo).port;
  }
}

/** A stand-in of its own: as many as wanted run at once. */
export function startStandIn(): Promise<StandIn> {
  return new StandIn().start();
}
