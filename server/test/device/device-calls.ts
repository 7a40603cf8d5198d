import type { DeviceLink, DeviceView } from '#contracts/device.contract.js';
import type { TestClient } from '../support/test-client.js';
import type { TestServer } from '../support/test-server.js';

/** A practice device as the form of Tambah Device sends it. */
export const POLI_ANAK = { name: 'Poli Anak', phone: '0812-0000-0001', engine: 'practice' };

/** The calls of WA Connected, as its pages make them. */
export class DeviceCalls {
  constructor(
    private readonly server: TestServer,
    private readonly browser: TestClient,
  ) {}

  /** Adds a device. Throws when it is refused. */
  async add(wish: object = POLI_ANAK): Promise<DeviceView> {
    const answer = await this.browser.post('/api/devices', wish);
    if (answer.status !== 201) throw new Error(await answer.text());
    return (await answer.json()) as DeviceView;
  }

  async list(): Promise<DeviceView[]> {
    const answer = await this.browser.get('/api/devices');
    return ((await answer.json()) as { items: DeviceView[] }).items;
  }

  /** What the page of Scan Barcode shows. */
  async link(id: string): Promise<DeviceLink> {
    const answer = await this.browser.get(`/api/devices/${id}/link`);
    return (await answer.json()) as DeviceLink;
  }

  startLinking(id: string): Promise<Response> {
    return this.browser.post(`/api/devices/${id}/link`);
  }

  /** Lets time pass until the page of Scan Barcode shows what `condition` waits for. */
  async until(id: string, condition: (link: DeviceLink) => boolean): Promise<DeviceLink> {
    for (let tries = 0; tries < 200; tries++) {
      const link = await this.link(id);
      if (condition(link)) return link;
      await this.server.clock.advance(100);
    }
    throw new Error('It did not come to that');
  }

  /** Adds a practice device and links it with the button "Simulasi scan". */
  async addLinked(wish: object = POLI_ANAK): Promise<DeviceView> {
    const { id } = await this.add(wish);
    await this.startLinking(id);
    await this.until(id, ({ challenge }) => challenge !== null);
    await this.browser.post(`/api/devices/${id}/link/simulated-scan`);
    return (await this.until(id, ({ device }) => device.state === 'ready')).device;
  }
}
