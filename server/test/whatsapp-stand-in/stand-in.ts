import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Behaviour, SendFault } from './behaviour.js';
import { makeCertificate } from './certificate.js';
import { killRenderers, writeWrapper } from './chromium-wrapper.js';
import type { Arrival } from './outbox.js';
import { servePage } from './page-door.js';
import type { PageLine } from './page-line.js';
import { Whatsapp } from './whatsapp.js';

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
        console.error('stand-in:', error);
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

  /** Ends it; open pages lose their line. */
  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    if (this.#server.listening) await new Promise((done) => this.#server.close(done));
    await Promise.all(this.#wrappers.map((wrapper) => wrapper.remove()));
  }

  /** An executable for CHROMIUM_PATH: the real browser, for which web.whatsapp.com is this server. */
  async chromiumWrapper(realChromium: string): Promise<string> {
    const wrapper = await writeWrapper(realChromium, this.#port, this.#certificate.spkiHash);
    this.#wrappers.push(wrapper);
    return wrapper.path;
  }

  /** Changes how page and server behave; see {@link Behaviour}. */
  configure(change: Partial<Behaviour>): void {
    Object.assign(this.#whatsapp.behaviour, change);
    this.#tellAll({ type: 'settings', ...this.#whatsapp.settings() });
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

  /** Every message that arrived, in order of arrival. */
  outbox(): Arrival[] {
    return this.#whatsapp.outbox.all();
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
    this.#whatsapp.faults[number] = { fault, times };
    this.#tellAll({ type: 'settings', ...this.#whatsapp.settings() });
  }

  /** Process ids of the browsers whose pages are on the line (of this account). */
  browsers(account?: string): number[] {
    return [...new Set(this.#lines(account).map((line) => line.browser))];
  }

  /** Kills the page (its renderer) of this account's browsers; the browsers live on. */
  async crashPage(account?: string): Promise<void> {
    await Promise.all(this.browsers(account).map(killRenderers));
  }

  #lines(account?: string): PageLine[] {
    const all = [...this.#whatsapp.lines.values()];
    return account ? all.filter((line) => line.device?.account === account) : all;
  }

  #tellAll(event: Parameters<PageLine['tell']>[0], account?: string): void {
    for (const line of this.#lines(account)) line.tell(event);
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
