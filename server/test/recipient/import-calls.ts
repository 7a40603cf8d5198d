import type { RecipientImportView } from '#contracts/recipient-import.contract.js';
import { ImportQueue } from '../../src/modules/recipient/application/import-queue.js';
import type { TestClient } from '../support/test-client.js';
import type { TestServer } from '../support/test-server.js';

const PATH = '/api/recipient-imports';

/** Uploads a file as the browser does. */
export async function upload(
  client: TestClient,
  content: Uint8Array<ArrayBuffer> | string,
  name = 'pasien.xlsx',
): Promise<Response> {
  const form = new FormData();
  form.append('file', new File([content], name));
  return client.post(PATH, form);
}

/** Resolves when nothing is being read any more. */
export async function importsIdle({ app }: TestServer): Promise<void> {
  await app.get(ImportQueue, { strict: false }).idle();
}

/** How a list stands. */
export async function importNow(client: TestClient, id: string): Promise<RecipientImportView> {
  return (await (await client.get(`${PATH}/${id}`)).json()) as RecipientImportView;
}

/** Uploads a file, takes the columns that are suggested, and answers the list once it was read. */
export async function importFile(
  server: TestServer,
  client: TestClient,
  content: Uint8Array<ArrayBuffer> | string,
  name?: string,
): Promise<RecipientImportView> {
  const { id } = (await (await upload(client, content, name)).json()) as RecipientImportView;
  await importsIdle(server);
  const { preview } = await importNow(client, id);
  const phone = preview?.suggestion.phone ?? 0;
  const choice = {
    headerRow: preview?.headerRow ?? null,
    phone,
    name: preview?.suggestion.name ?? null,
  };
  const chosen = await client.post(`${PATH}/${id}/columns`, choice);
  if (chosen.status !== 202) throw new Error(`Columns: ${await chosen.text()}`);
  await importsIdle(server);
  return importNow(client, id);
}

/** Makes a list of text. */
export async function importText(client: TestClient, text: string): Promise<RecipientImportView> {
  const answer = await client.post(`${PATH}/freetext`, { text });
  if (answer.status !== 201) throw new Error(`Freetext: ${await answer.text()}`);
  return (await answer.json()) as RecipientImportView;
}
