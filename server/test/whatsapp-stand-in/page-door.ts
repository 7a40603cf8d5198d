import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { browserPid } from './chromium-wrapper.js';
import { PageLine } from './page-line.js';
import type { Whatsapp } from './whatsapp.js';

/** The page's files; a compiled server (serve.ts) finds them in the sources. */
const PAGE = [
  join(import.meta.dirname, 'page'),
  resolve('server/test/whatsapp-stand-in/page'),
].find((folder) => existsSync(join(folder, 'main.mjs')));

const body = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

/** What web.whatsapp.com answers: the page, its files, its line and its questions. */
export async function servePage(
  whatsapp: Whatsapp,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'https://web.whatsapp.com');
  if (url.pathname === '/') {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const settings = JSON.stringify(whatsapp.behaviour).replaceAll('<', '\\u003c');
    response.end(`<!doctype html><title>WhatsApp</title><body>stand-in
<script id="settings" type="application/json">${settings}</script>
<script type="module" src="/page/main.mjs"></script>`);
  } else if (/^\/page\/\w+\.mjs$/.test(url.pathname)) {
    response.setHeader('content-type', 'text/javascript; charset=utf-8');
    response.end(await readFile(join(PAGE ?? '', url.pathname.slice('/page/'.length))));
  } else if (url.pathname === '/wa/miss') {
    const name = (await body(request)).toString();
    whatsapp.missed.set(name, (whatsapp.missed.get(name) ?? 0) + 1);
    response.end();
  } else if (url.pathname === '/wa/stream') {
    openLine(whatsapp, url.searchParams, request, response);
  } else if (url.pathname.startsWith('/wa/')) {
    await answer(whatsapp, url, request, response);
  } else {
    response.writeHead(404).end();
  }
}

function openLine(
  whatsapp: Whatsapp,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const token = query.get('token');
  if (whatsapp.isOffline(token ? whatsapp.devices.get(token)?.account : undefined)) {
    request.socket.destroy();
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  const [noise = '', identity = '', adv = ''] = ['noise', 'identity', 'adv'].map(
    (name) => query.get(name) ?? '',
  );
  const pid = browserPid(request.socket.localAddress ?? '');
  const line = new PageLine(response, { noise, identity, adv }, pid);
  response.on('close', () => whatsapp.disconnect(line));
  whatsapp.connect(line, token);
}

async function answer(
  whatsapp: Whatsapp,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const line = whatsapp.lines.get(url.searchParams.get('page') ?? '');
  if (!line || whatsapp.isOffline(line.device?.account)) {
    request.socket.destroy();
    return;
  }
  const content = await body(request);
  const what = url.pathname.slice('/wa/'.length);
  const result =
    what === 'upload'
      ? whatsapp.outbox.store(content)
      : await whatsapp.answer(
          line,
          what,
          JSON.parse(content.toString()) as Record<string, unknown>,
        );
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(result));
}
