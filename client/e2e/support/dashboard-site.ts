import { createHmac, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What an administrator gave the dashboard. */
export interface DashboardKey {
  readonly kid: string;
  readonly secret: string;
}

/** How a page of the dashboard is to be otherwise than the sample. */
interface PageWishes {
  readonly referrer?: string | null;
  readonly sandbox?: string | null;
}

const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-downloads';

/**
 * A dashboard as hospitals have one, on another site than the product: `http://localhost` instead of
 * `http://127.0.0.1`. Its pages are those of `docs/embed/wa.php`, and write down what the frame says.
 */
export class DashboardSite {
  key: DashboardKey = { kid: '', secret: '' };
  /** Whether it still answers for its person. */
  isLoggedIn = true;

  private constructor(
    private readonly server: ReturnType<typeof createServer>,
    private readonly product: string,
  ) {}

  static async start(product: string): Promise<DashboardSite> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const site = new DashboardSite(server, product);
    server.on('request', (request, response) => {
      site.answer(request, response);
    });
    return site;
  }

  /** The origin that is allowed. */
  get origin(): string {
    return `http://localhost:${String((this.server.address() as AddressInfo).port)}`;
  }

  /** The same pages under a name that nobody allowed. */
  get foreignOrigin(): string {
    return this.origin.replace('localhost', '127.0.0.1');
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Tells the product that the person has left; answers the status. */
  async logOut(): Promise<number> {
    const event = 'http://schemas.openid.net/event/backchannel-logout';
    const claims = { sub: 'pegawai-17', events: { [event]: {} } };
    const answer = await fetch(`${this.product}/embed/logout`, {
      method: 'POST',
      body: new URLSearchParams({ logout_token: this.token('logout+jwt', claims) }),
    });
    return answer.status;
  }

  private token(typ: string, given: object): string {
    const now = Math.floor(Date.now() / 1000);
    const header = { alg: 'HS256', kid: this.key.kid, typ };
    const claims = {
      iss: 'prima.test',
      aud: this.product,
      iat: now,
      exp: now + 60,
      jti: randomUUID(),
    };
    const encoded = [header, { ...claims, ...given }].map((part) =>
      Buffer.from(JSON.stringify(part)).toString('base64url'),
    );
    const signed = encoded.join('.');
    const mac = createHmac('sha256', this.key.secret).update(signed).digest('base64url');
    return `${signed}.${mac}`;
  }

  private handoff(): string {
    const nbf = Math.floor(Date.now() / 1000);
    const person = { sub: 'pegawai-17', sid: 'sesi-1', name: 'Sari Dewi', roles: ['operator'] };
    return this.token('wa-embed+jwt', { nbf, auth_time: nbf, ...person });
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', this.origin);
    if (url.pathname === '/token') {
      response.statusCode = this.isLoggedIn ? 200 : 401;
      response.end(this.isLoggedIn ? JSON.stringify({ token: this.handoff() }) : '');
      return;
    }
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    // What a careful dashboard sends itself: our frame must live with it.
    response.setHeader('Content-Security-Policy', `frame-src ${this.product} ${this.origin}`);
    const { searchParams: wishes } = url;
    if (url.pathname === '/nested') {
      response.end(`<!doctype html><iframe name="outer" src="${this.origin}/"></iframe>`);
      return;
    }
    response.end(this.page({ referrer: wishes.get('referrer'), sandbox: wishes.get('sandbox') }));
  }

  private page({ referrer, sandbox }: PageWishes): string {
    return `<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Dashboard</title>
<meta name="referrer" content="${referrer ?? 'strict-origin-when-cross-origin'}">
<meta name="viewport" content="width=device-width">
<style>body{margin:0}iframe{display:block;width:100%;height:700px;border:0}</style></head><body>
<iframe name="wa" title="WhatsApp Broadcast" allow="clipboard-write" sandbox="${sandbox ?? SANDBOX}"></iframe>
<form id="open" method="post" target="wa" action="${this.product}/embed/session">
<input type="hidden" name="token" value="${this.handoff()}"></form>
<script>
const product = ${JSON.stringify(this.product)}, frame = document.querySelector('iframe');
window.heard = [];
window.say = (type, payload) => frame.contentWindow.postMessage({ v: 1, type, payload }, product);
window.renew = async () => {
  const answer = await fetch('/token');
  if (answer.ok) say('wa:token', await answer.json()); else say('wa:logout');
};
addEventListener('message', ({ origin, source, data }) => {
  if (origin !== product || source !== frame.contentWindow || data?.v !== 1) return;
  heard.push(data);
  if (data.type === 'wa:resize') frame.style.height = data.payload.height + 'px';
  if (data.type === 'wa:token-needed') renew();
});
document.getElementById('open').submit();
</script></body></html>`;
  }
}
