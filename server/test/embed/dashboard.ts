import { createHmac, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type {
  EmbedAccess,
  EmbedHostView,
  EmbedHostWish,
  EmbedKeyCreated,
} from '#contracts/embed.contract.js';
import { TestClient } from '../support/test-client.js';
import type { TestServer } from '../support/test-server.js';

/** Where the dashboard's pages are. */
export const ORIGIN = 'https://prima.rs.example';

export const ISSUER = 'prima.rs.example';

/** A dashboard as an administrator describes it. */
export const SOME_HOST: EmbedHostWish = {
  name: 'Dashboard Prima',
  issuer: ISSUER,
  origins: [ORIGIN],
  roles: ['viewer', 'operator', 'confirmer'],
  deviceIds: null,
  isOpen: true,
};

type Parts = Readonly<Record<string, unknown>>;

/** How a token is signed. */
export type Signer = (signed: string) => Buffer;

export const withSecret =
  (secret: string): Signer =>
  (signed) =>
    createHmac('sha256', secret).update(signed).digest();

export const withKey =
  (key: KeyObject, hash: string | null = null): Signer =>
  (signed) =>
    sign(hash, Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' });

const encoded = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** A token of these parts, whatever they say; made without the library that checks them. */
export function tokenOf(header: Parts, payload: unknown, signer: Signer): string {
  const signed = `${encoded(header)}.${encoded(payload)}`;
  return `${signed}.${signer(signed).toString('base64url')}`;
}

/** The dashboard's own server: holds a key and speaks for its people. */
export class Dashboard {
  private constructor(
    private readonly server: TestServer,
    readonly administrator: TestClient,
    readonly host: EmbedHostView,
    readonly kid: string,
    readonly secret: string,
  ) {}

  /** Adds the dashboard and a secret for it, as an administrator does. */
  static async addTo(server: TestServer, wish: Partial<EmbedHostWish> = {}): Promise<Dashboard> {
    const administrator = await server.login();
    const answer = await administrator.post('/api/embedding/hosts', { ...SOME_HOST, ...wish });
    if (answer.status !== 201) throw new Error(await answer.text());
    const host = (await answer.json()) as EmbedHostView;
    const added = await administrator.post(`/api/embedding/hosts/${host.id}/keys`, {
      kind: 'secret',
    });
    const { key, secret } = (await added.json()) as EmbedKeyCreated;
    return new Dashboard(server, administrator, host, key.kid, secret ?? '');
  }

  /** The header of a right token. */
  get header(): Parts {
    return { alg: 'HS256', kid: this.kid, typ: 'wa-embed+jwt' };
  }

  /** What a right token says. */
  claims(given: Parts = {}): Parts {
    const now = Math.floor(this.server.clock.now() / 1000);
    const times = { iat: now, nbf: now, exp: now + 60, auth_time: now };
    const person = { sub: 'pegawai-17', sid: 'sesi-1', name: 'Sari Dewi', roles: ['operator'] };
    const aud = this.server.url;
    return { iss: this.host.issuer, aud, ...times, ...person, jti: randomUUID(), ...given };
  }

  token(given: Parts = {}): string {
    return tokenOf(this.header, this.claims(given), withSecret(this.secret));
  }

  logoutToken(given: Parts = {}): string {
    const event = 'http://schemas.openid.net/event/backchannel-logout';
    const { iss, aud, iat, exp, jti } = this.claims();
    const claims = { iss, aud, iat, exp, jti, events: { [event]: {} }, ...given };
    return tokenOf({ ...this.header, typ: 'logout+jwt' }, claims, withSecret(this.secret));
  }

  /** Posts a form as a page of the dashboard does. */
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const sent = { Origin: ORIGIN, 'Sec-Fetch-Dest': 'iframe', ...headers };
    const body = new URLSearchParams(fields);
    return fetch(`${this.server.url}${path}`, { method: 'POST', headers: sent, body });
  }

  open(token = this.token(), headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.post('/embed/session', { token }, headers);
  }

  /** Opens a frame and enters it. */
  async enter(given: Parts = {}): Promise<Frame> {
    const page = await this.open(this.token(given));
    const entered = await this.server.client().post('/api/frame/entry', {
      code: codeIn(await page.text()),
    });
    if (entered.status !== 200) throw new Error(await entered.text());
    return new Frame(this.server, (await entered.json()) as EmbedAccess);
  }
}

/** The one-time code of a delivered page; empty when it has none. */
export const codeIn = (page: string): string =>
  /<meta name="prima-entry" content="([\w-]+)">/u.exec(page)?.[1] ?? '';

/** A frame that was entered: calls the API with its access and nothing else. */
export class Frame {
  constructor(
    private readonly server: TestServer,
    public access: EmbedAccess,
  ) {}

  send(method: string, path: string, body?: unknown): Promise<Response> {
    const headers = { Authorization: `Bearer ${this.access.token}` };
    return new TestClient(this.server.url).send(method, path, { headers, body });
  }

  async status(): Promise<number> {
    return (await this.send('GET', '/api/devices')).status;
  }
}

/** A key pair of a dashboard, and its public half as an administrator pastes it. */
export function someKeys(kind: 'ed25519' | 'ec'): { privateKey: KeyObject; pem: string } {
  const pair =
    kind === 'ed25519'
      ? generateKeyPairSync('ed25519')
      : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    privateKey: pair.privateKey,
    pem: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}
