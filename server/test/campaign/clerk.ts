import type { BroadcastView } from '#contracts/broadcast.contract.js';
import type { DeviceLink, DeviceView } from '#contracts/device.contract.js';
import type { RecipientImportView } from '#contracts/recipient-import.contract.js';

const POLL_MS = 50;
const PATIENCE_MS = 30_000;

/** Somebody who works with the product over HTTP, as its screens do. */
export class Clerk {
  private cookie = '';

  constructor(private readonly url: string) {}

  /** Logs in; the session outlives a restart of the server. */
  async logIn(username: string, password: string): Promise<void> {
    const answer = await this.send('POST', '/api/auth/login', { username, password });
    this.cookie = (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  }

  /** Adds a practice device and scans its code. Resolves when it can send. */
  async linkedDevice(name: string, phone: string): Promise<string> {
    const { id } = await this.addDevice(name, phone);
    await this.showCodes(id);
    await this.until(async () => (await this.link(id)).challenge !== null);
    await this.json('POST', `/api/devices/${id}/link/simulated-scan`, {});
    await this.until(async () => (await this.link(id)).device.state === 'ready');
    return id;
  }

  /** Tambah Device, for a practice device. */
  addDevice(name: string, phone: string): Promise<DeviceView> {
    return this.json<DeviceView>('POST', '/api/devices', { name, phone, engine: 'practice' });
  }

  /** Scan Barcode. */
  showCodes(deviceId: string): Promise<DeviceLink> {
    return this.json<DeviceLink>('POST', `/api/devices/${deviceId}/link`, {});
  }

  /** What the page of Scan Barcode shows. */
  link(deviceId: string): Promise<DeviceLink> {
    return this.json<DeviceLink>('GET', `/api/devices/${deviceId}/link`);
  }

  /** A confirmed broadcast to `lines` of free text, ready for Kirim. */
  async confirmedBroadcast(deviceId: string, lines: readonly string[]): Promise<BroadcastView> {
    const text = lines.join('\n');
    const list = await this.json<RecipientImportView>('POST', '/api/recipient-imports/freetext', {
      text,
    });
    const draft = await this.json<BroadcastView>('POST', '/api/broadcasts', {
      title: 'Uji henti paksa',
      deviceId,
      text: 'Halo {nama}',
      recipientImportId: list.id,
    });
    const { revision } = draft;
    return this.json<BroadcastView>('POST', `/api/broadcasts/${draft.id}/confirm`, { revision });
  }

  async startSending(broadcastId: string): Promise<void> {
    const key = { 'Idempotency-Key': `campaign-${broadcastId}` };
    await this.json('POST', `/api/broadcasts/${broadcastId}/send`, {}, key);
  }

  /** Lanjutkan. */
  async resume(broadcastId: string): Promise<void> {
    await this.json('POST', `/api/broadcasts/${broadcastId}/resume`, {});
  }

  /** The live stream of a tab. */
  live(signal: AbortSignal): Promise<Response> {
    return this.send('GET', '/api/live', undefined, {}, signal);
  }

  broadcast(id: string): Promise<BroadcastView> {
    return this.json<BroadcastView>('GET', `/api/broadcasts/${id}`);
  }

  private async until(holds: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    while (!(await holds())) {
      if (Date.now() > deadline) throw new Error('What was waited for did not come');
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  private async json<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<T> {
    const answer = await this.send(method, path, body, headers);
    return (await answer.json()) as T;
  }

  private async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
    signal: AbortSignal | null = null,
  ): Promise<Response> {
    const answer = await fetch(this.url + path, {
      method,
      signal,
      headers: {
        cookie: this.cookie,
        origin: this.url,
        'sec-fetch-site': 'same-origin',
        'x-requested-by': 'prima',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok)
      throw new Error(`${method} ${path}: ${String(answer.status)} ${await answer.text()}`);
    return answer;
  }
}
