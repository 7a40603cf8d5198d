import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { StandIn } from './stand-in.js';

/** Methods of the stand-in that can be called over HTTP. */
const CONTROLS = [
  ...(['scan', 'enterCode', 'rotateRef', 'refsRunOut', 'unlink', 'linked', 'offline'] as const),
  ...(['online', 'network', 'setState', 'setPresent', 'nullsFirst', 'lidOf', 'receive'] as const),
  ...(['outbox', 'typing', 'misses', 'ack', 'fault', 'browsers', 'crashPage', 'hang'] as const),
  ...(['reload', 'resync', 'configure', 'chromiumWrapper'] as const),
] satisfies readonly (keyof StandIn)[];

/**
 * The stand-in's methods for other processes and for hands: `POST /control/<method>` with its arguments
 * as a JSON array (none: no body needed) answers its result as JSON, or 400 and why not. Plain HTTP on
 * this machine only.
 * @returns where it listens
 */
export async function openControl(standIn: StandIn): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const name = (request.url ?? '').replace('/control/', '');
      run(standIn, name, Buffer.concat(parts).toString()).then(
        (result) => response.end(JSON.stringify(result ?? null)),
        (error: unknown) => response.writeHead(400).end(JSON.stringify({ error: String(error) })),
      );
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/control`, close: () => server.close() };
}

async function run(standIn: StandIn, name: string, body: string): Promise<unknown> {
  const method = CONTROLS.find((known) => known === name);
  if (!method) throw new Error(`No such control; there are ${CONTROLS.join(', ')}`);
  const args = body === '' ? [] : (JSON.parse(body) as unknown[]);
  return await (standIn[method] as (...args: unknown[]) => unknown).apply(standIn, args);
}
