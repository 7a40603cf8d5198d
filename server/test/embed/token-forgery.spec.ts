import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EmbedKeyCreated } from '#contracts/embed.contract.js';
import { startTestServer } from '../support/test-server.js';
import type { TestServer } from '../support/test-server.js';
import { someClientFolder } from './client-folder.js';
import { Dashboard, codeIn, someKeys, tokenOf, withKey, withSecret } from './dashboard.js';

describe('tokens of a dashboard', () => {
  const client = someClientFolder();
  const ed = someKeys('ed25519');
  const ec = someKeys('ec');
  const stranger = someKeys('ed25519');
  let server: TestServer;
  let dashboard: Dashboard;
  let edKid: string;
  let ecKid: string;
  let retiredKid: string;

  const addKey = async (pem: string): Promise<string> => {
    const path = `/api/embedding/hosts/${dashboard.host.id}/keys`;
    const added = await dashboard.administrator.post(path, { kind: 'public-key', pem });
    return ((await added.json()) as EmbedKeyCreated).key.kid;
  };

  beforeAll(async () => {
    server = await startTestServer({ clientDir: client.dir });
    dashboard = await Dashboard.addTo(server);
    edKid = await addKey(ed.pem);
    ecKid = await addKey(ec.pem);
    retiredKid = await addKey(stranger.pem);
    const path = `/api/embedding/hosts/${dashboard.host.id}/keys/${retiredKid}`;
    expect((await dashboard.administrator.delete(path)).status).toBe(204);
  });

  afterAll(async () => {
    await server.close();
    client.remove();
  });

  const now = () => Math.floor(server.clock.now() / 1000);
  const own = () => withSecret(dashboard.secret);
  const without = (claim: string) => {
    const { [claim]: _, ...rest } = dashboard.claims();
    return rest;
  };
  const signed = (header: object, payload: unknown = dashboard.claims()) =>
    tokenOf({ ...dashboard.header, ...header }, payload, own());

  it.each([
    ['a shared secret', () => dashboard.token()],
    [
      'Ed25519',
      () =>
        tokenOf(
          { alg: 'EdDSA', kid: edKid, typ: 'wa-embed+jwt' },
          dashboard.claims(),
          withKey(ed.privateKey),
        ),
    ],
    [
      'P-256',
      () =>
        tokenOf(
          { alg: 'ES256', kid: ecKid, typ: 'wa-embed+jwt' },
          dashboard.claims(),
          withKey(ec.privateKey, 'sha256'),
        ),
    ],
    [
      'a clock 29 s behind',
      () => dashboard.token({ iat: now() - 119, nbf: now() - 119, exp: now() - 29 }),
    ],
    [
      'a clock 29 s ahead',
      () => dashboard.token({ iat: now() + 29, nbf: now() + 29, exp: now() + 89 }),
    ],
  ])('lets in who is signed for with %s', async (_, make) => {
    const answer = await dashboard.open(make());
    expect(answer.status).toBe(200);
    expect(codeIn(await answer.text())).toMatch(/^[\w-]{43}$/u);
  });

  /** What is forged, the reason that is told, and how. */
  const FORGERIES: readonly (readonly [string, string, () => string])[] = [
    ['longer than 4 KB', 'size', () => dashboard.token({ pad: 'x'.repeat(4096) })],
    ['no token at all', 'format', () => 'halo'],
    ['two parts', 'format', () => dashboard.token().split('.').slice(0, 2).join('.')],
    [
      'a header that is no JSON',
      'format',
      () => `aGFsbw.${dashboard.token().split('.')[1] ?? ''}.x`,
    ],
    [
      'alg none without a signature',
      'format',
      () => signed({ alg: 'none' }).replace(/[^.]+$/u, ''),
    ],
    ['alg none with a signature', 'alg', () => signed({ alg: 'none' })],
    ['another alg than its key has', 'alg', () => signed({ alg: 'HS512' })],
    ['alg in other letters', 'alg', () => signed({ alg: 'hs256' })],
    [
      'HS256 signed with the public key of the same name',
      'alg',
      () =>
        tokenOf(
          { alg: 'HS256', kid: edKid, typ: 'wa-embed+jwt' },
          dashboard.claims(),
          withSecret(ed.pem),
        ),
    ],
    [
      'EdDSA under the name of the secret',
      'alg',
      () =>
        tokenOf({ ...dashboard.header, alg: 'EdDSA' }, dashboard.claims(), withKey(ed.privateKey)),
    ],
    ['no kid', 'header', () => signed({ kid: undefined })],
    ['a kid that nobody has', 'kid', () => signed({ kid: 'prima-none' })],
    ['a kid that is a statement', 'kid', () => signed({ kid: "' OR 1=1 --" })],
    [
      'a retired key',
      'kid',
      () =>
        tokenOf(
          { alg: 'EdDSA', kid: retiredKid, typ: 'wa-embed+jwt' },
          dashboard.claims(),
          withKey(stranger.privateKey),
        ),
    ],
    ['jku', 'header', () => signed({ jku: 'https://evil.example/jwks.json' })],
    ['x5u', 'header', () => signed({ x5u: 'https://evil.example/cert.pem' })],
    ['jwk', 'header', () => signed({ jwk: { kty: 'oct', k: 'AAAA' } })],
    ['x5c', 'header', () => signed({ x5c: ['MII'] })],
    ['crit', 'header', () => signed({ crit: ['b64'], b64: false })],
    [
      "a stranger's key",
      'signature',
      () =>
        tokenOf(
          { alg: 'EdDSA', kid: edKid, typ: 'wa-embed+jwt' },
          dashboard.claims(),
          withKey(stranger.privateKey),
        ),
    ],
    [
      'a wrong secret',
      'signature',
      () => tokenOf(dashboard.header, dashboard.claims(), withSecret(`${dashboard.secret}x`)),
    ],
    [
      'a payload that was changed',
      'signature',
      () => {
        const [header = '', , signature = ''] = dashboard.token().split('.');
        const changed = { ...dashboard.claims(), roles: ['confirmer'] };
        return `${header}.${Buffer.from(JSON.stringify(changed)).toString('base64url')}.${signature}`;
      },
    ],
    ['no typ', 'typ', () => signed({ typ: undefined })],
    ['typ of any token', 'typ', () => signed({ typ: 'JWT' })],
    ['a token that logs out', 'typ', () => dashboard.logoutToken({ sub: 'pegawai-17' })],
    ['a payload that is no JSON', 'format', () => signed({}, 'bukan JSON')],
    ...['iss', 'aud', 'sub', 'name', 'roles', 'iat', 'nbf', 'exp', 'jti'].map(
      (claim) => [`no ${claim}`, claim, () => signed({}, without(claim))] as const,
    ),
    ['another issuer', 'iss', () => dashboard.token({ iss: 'prima.rs.example.evil' })],
    ['another audience', 'aud', () => dashboard.token({ aud: 'https://other.example' })],
    ['a list of audiences', 'aud', () => dashboard.token({ aud: [server.url] })],
    ['an audience with a path', 'aud', () => dashboard.token({ aud: `${server.url}/` })],
    ['over', 'exp', () => dashboard.token({ iat: now() - 120, nbf: now() - 120, exp: now() - 30 })],
    ['not yet', 'nbf', () => dashboard.token({ nbf: now() + 31 })],
    ['signed in the future', 'iat', () => dashboard.token({ iat: now() + 31, exp: now() + 90 })],
    ['good for too long', 'exp', () => dashboard.token({ exp: now() + 121 })],
    [
      'over before it was signed',
      'exp',
      () => dashboard.token({ iat: now() + 20, exp: now() + 10 }),
    ],
    ['exp as text', 'exp', () => dashboard.token({ exp: String(now() + 60) })],
    ['exp at the end of time', 'exp', () => dashboard.token({ exp: 1e15 })],
    ['a jti that can be guessed', 'jti', () => dashboard.token({ jti: '42' })],
    ['roles as text', 'roles', () => dashboard.token({ roles: 'operator' })],
    ['no role', 'roles', () => dashboard.token({ roles: [] })],
  ];

  it.each(FORGERIES)('refuses %s (%s)', async (_, reason, make) => {
    const answer = await dashboard.open(make());
    const page = await answer.text();
    expect(answer.status).toBe(403);
    expect(page).toContain(`ditolak: ${reason}.`);
    expect(page).toContain('EMBED.TOKEN_REFUSED');
    expect(codeIn(page)).toBe('');
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it.each([['superuser'], ['administrator'], ['Operator']])(
    'refuses the role %s, and gives no other instead',
    async (role) => {
      const answer = await dashboard.open(dashboard.token({ roles: ['viewer', role] }));
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain('EMBED.ROLE_REFUSED');
    },
  );

  it('refuses a token that was used, and one whose role was refused is not used up', async () => {
    const token = dashboard.token();
    expect((await dashboard.open(token)).status).toBe(200);
    const again = await dashboard.open(token);
    expect(again.status).toBe(403);
    expect(await again.text()).toContain('EMBED.TOKEN_USED');
  });

  it('writes no token into the log, wherever it stands', async () => {
    const token = dashboard.token();
    await dashboard.open(dashboard.token({ aud: 'x' }));
    for (const path of [`/embed/session?token=${token}`, `/embed/${token}`, `/api/${token}`]) {
      const answer = await fetch(`${server.url}${path}`);
      expect(answer.status).toBe(path.startsWith('/api') ? 404 : 400);
      expect(await answer.text()).not.toContain(token);
    }
    const posted = await dashboard.post(`/embed/session?auth_token=${token}`, { token });
    expect(posted.status).toBe(400);
    expect(JSON.stringify(server.log)).not.toContain(token.split('.')[1]);
    // It was never used.
    expect((await dashboard.open(token)).status).toBe(200);
  });
});
