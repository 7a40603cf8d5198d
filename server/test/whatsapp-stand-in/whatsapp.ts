import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { DEFAULT_BEHAVIOUR, type Behaviour, type SendFault } from './behaviour.js';
import { Directory } from './directory.js';
import { LinkedDevice } from './linked-device.js';
import { Outbox, type SentMessage } from './outbox.js';
import type { PageLine } from './page-line.js';

/** Questions whose answer never waits. */
const AT_ONCE = new Set(['got', 'set', 'plan']);

/** A message of a person to an account. */
export interface Inbound {
  readonly account: string;
  /** The person's number. */
  readonly from: string;
  readonly body: string;
  /**
   * The address that the page sees: the number, the hidden id with its number known, or the hidden id
   * alone. Otherwise as {@link Behaviour.addressing}.
   */
  readonly by?: 'pn' | 'lid' | 'hidden-lid';
  /** chat when left out */
  readonly type?: string;
}

/** WhatsApp's side: accounts with their linked devices, the pages on the line, what arrived. */
export class Whatsapp {
  readonly behaviour: Behaviour = structuredClone(DEFAULT_BEHAVIOUR);
  readonly directory = new Directory();
  readonly outbox = new Outbox();
  readonly devices = new Map<string, LinkedDevice>();
  readonly lines = new Map<string, PageLine>();
  /** What the next sends do, per number or '*'. */
  readonly faults = new Map<string, { fault: SendFault; times: number }>();
  readonly missed = new Map<string, number>();
  /** States that accounts are in instead of CONNECTED. */
  readonly states = new Map<string, string>();
  /** Accounts without network; '*' for all. */
  readonly offline = new Set<string>();
  readonly typing: { from: string; to: string; state: string }[] = [];

  /** A page has opened its line: it hears who it is, or gets codes to show. */
  connect(line: PageLine, token: string | null): void {
    this.lines.set(line.id, line);
    const device = token ? this.devices.get(token) : undefined;
    const state = device && this.states.get(device.account);
    line.tell({
      type: 'hello',
      page: line.id,
      linked: Boolean(device),
      state,
      behaviour: this.behaviour,
    });
    if (device) {
      line.device = device;
      device.connect(line);
    } else if (token) {
      line.tell({ type: 'unlinked' });
    } else {
      line.showRefs(this.behaviour.refCount, this.behaviour.refMs);
    }
  }

  disconnect(line: PageLine): void {
    line.stopRefs();
    line.device?.disconnect(line);
    this.lines.delete(line.id);
  }

  /** Makes the page a linked device of the account, as a phone does after a scan. */
  pair(line: PageLine, account: string): void {
    line.stopRefs();
    if (this.behaviour.passkey) {
      line.tell({ type: 'passkey' });
      return;
    }
    const device = new LinkedDevice(account);
    this.devices.set(device.token, device);
    line.device = device;
    line.tell({ type: 'paired', token: device.token, me: this.person(account) });
    device.connect(line);
  }

  unpair(device: LinkedDevice): void {
    this.devices.delete(device.token);
    if (device.line) device.line.device = null;
  }

  /** A message of a person to an account; where no page is on the line it waits. */
  bring(message: Inbound): string {
    const { account, from, body, by = this.behaviour.addressing, type = 'chat' } = message;
    const id = `3A${randomBytes(9).toString('hex').toUpperCase()}`;
    if (by === 'hidden-lid') this.directory.hide(from);
    const address = by === 'pn' ? `${from}@c.us` : `${this.directory.lidOf(from)}@lid`;
    const number = by === 'lid' ? from : undefined;
    const t = Math.floor(Date.now() / 1000);
    for (const device of this.devicesOf(account)) {
      device.tell({ type: 'message', id, from: address, number, kind: type, body, t });
    }
    return id;
  }

  devicesOf(account: string): LinkedDevice[] {
    return [...this.devices.values()].filter((device) => device.account === account);
  }

  isOffline(account: string | undefined): boolean {
    return this.offline.has('*') || (account !== undefined && this.offline.has(account));
  }

  person(number: string) {
    return { number, lid: this.directory.lidOf(number), name: `Account ${number.slice(-2)}` };
  }

  /** What a page asks; the answer is JSON. */
  async answer(line: PageLine, what: string, asked: Record<string, unknown>): Promise<unknown> {
    if (this.behaviour.delayMs > 0 && !AT_ONCE.has(what)) await wait(this.behaviour.delayMs);
    switch (what) {
      case 'got':
        line.device?.heard(Number(asked.seq));
        return null;
      case 'refresh':
        line.showRefs(this.behaviour.refCount, this.behaviour.refMs);
        return null;
      case 'code':
        return line.showCode(String(asked.phone));
      case 'logout':
        if (line.device) this.unpair(line.device);
        return null;
      case 'lookup':
        return this.directory.lookup(String(asked.address));
      case 'set':
        line.confirm();
        return null;
      case 'plan':
        return this.takeFault(this.directory.numberOf(String(asked.to)));
      case 'typing':
        this.typing.push({
          from: line.device?.account ?? '',
          to: this.directory.numberOf(String(asked.to)),
          state: String(asked.state),
        });
        return null;
      case 'send':
        if (line.device) this.receive(line.device, asked as unknown as SentMessage);
        return null;
      default:
        throw new Error(`a page asked for ${what}`);
    }
  }

  /** An ack that was not played by itself. */
  ack(id: string, level: number): void {
    const record = this.outbox.find(id);
    if (!record) throw new Error(`No message ${id} arrived`);
    record.ack = level;
    this.devices.get(record.token)?.tell({ type: 'ack', id: record.id, level });
  }

  private receive(device: LinkedDevice, message: SentMessage): void {
    const to = this.directory.numberOf(message.to);
    if (message.fault === 'stuck') return;
    if (message.fault === 'refuse' || !this.directory.has(to)) {
      device.tell({ type: 'ack', id: message.id, level: -1 });
      return;
    }
    this.outbox.arrive(message, device.account, to, device.token);
    if (message.fault === 'silent') return;
    if (message.fault === 'throw-after') device.tell({ type: 'send-error', id: message.id });
    void this.play(message.id);
  }

  /** One after the other: timers of different lengths would not keep their order under load. */
  private async play(id: string): Promise<void> {
    for (const level of this.behaviour.acks) {
      await wait(this.behaviour.ackMs, undefined, { ref: false });
      this.ack(id, Math.max(level, this.outbox.find(id)?.ack ?? level));
    }
  }

  private takeFault(number: string): SendFault | null {
    for (const rule of [number, '*']) {
      const known = this.faults.get(rule);
      if (!known) continue;
      if (--known.times <= 0) this.faults.delete(rule);
      return known.fault;
    }
    return null;
  }
}
