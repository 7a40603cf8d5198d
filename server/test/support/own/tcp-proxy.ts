import { createConnection, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

/** A line between the product and a server, which can be slow, be cut and be gone. */
export class TcpProxy {
  private readonly server: Server;
  private readonly lines = new Set<Socket>();
  private delay = 0;
  private away = false;

  private constructor(private readonly target: number) {
    this.server = createServer((client) => {
      this.join(client);
    });
  }

  /** @param target port of this machine */
  static async open(target: number): Promise<TcpProxy> {
    const proxy = new TcpProxy(target);
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  /** The port to use instead of the target's. */
  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Whatever passes from now on comes so much later, in milliseconds, each way. */
  slowDown(milliseconds: number): void {
    this.delay = milliseconds;
  }

  /** Resets every connection, in the middle of whatever is on its way. */
  reset(): void {
    for (const socket of this.lines) socket.resetAndDestroy();
  }

  /** Resets every connection and refuses new ones, until `restore`. */
  cut(): void {
    this.away = true;
    this.reset();
  }

  restore(): void {
    this.away = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: Socket): void {
    if (this.away) {
      client.resetAndDestroy();
      return;
    }
    const server = createConnection({ port: this.target, host: '127.0.0.1', noDelay: true });
    client.setNoDelay(true);
    this.pass(client, server);
    this.pass(server, client);
  }

  private pass(from: Socket, to: Socket): void {
    this.lines.add(from);
    const onItsWay = new DelayedBytes(to);
    from.on('data', (bytes) => {
      onItsWay.pass(bytes, this.delay);
    });
    from.on('error', () => undefined);
    from.on('close', () => {
      this.lines.delete(from);
      to.destroy();
    });
  }
}

/** Bytes that arrive later, in their order whatever becomes of the delay. */
class DelayedBytes {
  private readonly waiting: { readonly bytes: Buffer; readonly due: number }[] = [];

  constructor(private readonly to: Socket) {}

  pass(bytes: Buffer, delay: number): void {
    if (delay === 0 && this.waiting.length === 0) {
      this.to.write(bytes);
      return;
    }
    this.waiting.push({ bytes, due: performance.now() + delay });
    if (this.waiting.length === 1) this.wait();
  }

  private wait(): void {
    const [first] = this.waiting;
    if (!first) return;
    setTimeout(
      () => {
        if (this.to.writable) this.to.write(first.bytes);
        this.waiting.shift();
        this.wait();
      },
      Math.max(0, first.due - performance.now()),
    );
  }
}
