import type { AttachmentView } from '#contracts/attachment.contract.js';
import type { Problem } from '#contracts/problem.contract.js';
import type { TestClient } from '../support/test-client.js';

const PATH = '/api/attachments';

/** Uploads a file as the browser does. */
export async function uploadFile(
  client: TestClient,
  content: Uint8Array<ArrayBuffer>,
  name: string,
): Promise<Response> {
  const form = new FormData();
  form.append('file', new File([content], name));
  return client.post(PATH, form);
}

/** Uploads a file and answers what came of it. Throws when it is refused. */
export async function uploaded(
  client: TestClient,
  content: Uint8Array<ArrayBuffer>,
  name: string,
): Promise<AttachmentView> {
  const answer = await uploadFile(client, content, name);
  if (answer.status !== 201) throw new Error(await answer.text());
  return (await answer.json()) as AttachmentView;
}

/** The content of an attachment, as a page asks for it. */
export function contentOf(
  client: TestClient,
  { id }: Pick<AttachmentView, 'id'>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return client.get(`${PATH}/${id}/content`, headers);
}

/** Status and code of a refusal. */
export async function refusal(answer: Response): Promise<[number, string]> {
  return [answer.status, ((await answer.json()) as Problem).code];
}
