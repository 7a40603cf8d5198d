import type { BroadcastView } from '#contracts/broadcast.contract.js';
import type { RecipientPage, RecipientView } from '#contracts/recipient.contract.js';
import { importText } from '../recipient/import-calls.js';
import type { TestClient } from '../support/test-client.js';
import type { TestServer } from '../support/test-server.js';

const PATH = '/api/broadcasts';

/** Three patients with a name and a clinic each. */
export const THREE_PATIENTS = [
  'nomor|nama|poli',
  '081200000011|Sari|Poli Anak',
  '081200000012|Budi|Poli Paru',
  '081200000013|Dewi|Poli Gigi',
].join('\n');

/** The calls of WA Broadcast, as its pages make them. */
export class BroadcastCalls {
  constructor(
    private readonly server: TestServer,
    private readonly browser: TestClient,
  ) {}

  /** The same calls by somebody else. */
  by(browser: TestClient): BroadcastCalls {
    return new BroadcastCalls(this.server, browser);
  }

  /** Makes a draft to a list that was typed. Throws when it is refused. */
  async draft(deviceId: string, list = THREE_PATIENTS): Promise<BroadcastView> {
    const { id } = await importText(this.browser, list);
    return this.create({ deviceId, recipientImportId: id });
  }

  async create(wish: {
    deviceId: string;
    recipientImportId: string;
    attachmentId?: string;
  }): Promise<BroadcastView> {
    const content = { title: 'Kontrol', text: 'Yth. {nama}, kontrol di {poli}.', ...wish };
    return viewOf(await this.browser.post(PATH, content), 201);
  }

  async get(id: string): Promise<BroadcastView> {
    return viewOf(await this.browser.get(`${PATH}/${id}`), 200);
  }

  edit(view: BroadcastView, change: object): Promise<Response> {
    return this.browser.put(`${PATH}/${view.id}`, {
      title: view.title,
      text: view.text,
      deviceId: view.device.id,
      recipientImportId: view.recipientImportId,
      revision: view.revision,
      ...change,
    });
  }

  confirm({ id, revision }: BroadcastView): Promise<Response> {
    return this.browser.post(`${PATH}/${id}/confirm`, { revision });
  }

  /** Confirms, and answers the broadcast as it is then. Throws when it is refused. */
  async confirmed(view: BroadcastView): Promise<BroadcastView> {
    return viewOf(await this.confirm(view), 200);
  }

  send({ id }: BroadcastView, key = 'press-1'): Promise<Response> {
    return this.browser.post(`${PATH}/${id}/send`, undefined, { 'Idempotency-Key': key });
  }

  remove({ id }: BroadcastView): Promise<Response> {
    return this.browser.delete(`${PATH}/${id}`);
  }

  async recipients({ id }: BroadcastView, query = ''): Promise<RecipientView[]> {
    const answer = await this.browser.get(`${PATH}/${id}/recipients?limit=200${query}`);
    return ((await answer.json()) as RecipientPage).items;
  }

  /** Lets time pass until the broadcast is as `condition` wants it. */
  async until(
    { id }: BroadcastView,
    condition: (view: BroadcastView) => boolean,
  ): Promise<BroadcastView> {
    for (let tries = 0; tries < 500; tries++) {
      const view = await this.get(id);
      if (condition(view)) return view;
      await this.server.clock.advance(500);
    }
    throw new Error('It did not come to that');
  }
}

/** The broadcast of an answer. Throws when it is a refusal. */
export async function viewOf(answer: Response, status = 200): Promise<BroadcastView> {
  if (answer.status !== status) throw new Error(await answer.text());
  return (await answer.json()) as BroadcastView;
}
