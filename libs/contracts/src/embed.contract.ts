import * as z from 'zod/mini';
import { Id, IdParam, Instant } from './common.contract.js';
import { Me, Role } from './user.contract.js';

/** How a host signs: a key of its own that we only know the public half of, or a secret that both know. */
export const EmbedAlgorithm = z
  .enum(['EdDSA', 'ES256', 'HS256'])
  .register(z.globalRegistry, { id: 'EmbedAlgorithm' });
export type EmbedAlgorithm = z.infer<typeof EmbedAlgorithm>;

/** Where a page may be that frames us: scheme, host and port exactly, no path, no wildcard. */
export const FrameOrigin = z
  .string()
  .check(z.maxLength(200), z.refine(isOrigin, 'EMBED.ORIGIN_MALFORMED'))
  .register(z.globalRegistry, { id: 'FrameOrigin' });

function isOrigin(text: string): boolean {
  if (!/^https?:\/\/[^*\s]+$/u.test(text) || !URL.canParse(text)) return false;
  return new URL(text).origin === text;
}

/** A dashboard that may show us in a frame, as an administrator describes it. */
export const EmbedHostWish = z
  .object({
    name: z.string().check(z.trim(), z.minLength(1), z.maxLength(30)),
    /** `iss` of its tokens. */
    issuer: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
    origins: z.array(FrameOrigin).check(z.maxLength(10)),
    /** Roles that it may give to people. */
    roles: z.array(Role).check(z.minLength(1), z.maxLength(4)),
    /** Devices that it may give people the use of; null: all. */
    deviceIds: z.nullable(z.array(Id).check(z.maxLength(200))),
    /** Whether it may open frames now. */
    isOpen: z.boolean(),
  })
  .register(z.globalRegistry, { id: 'EmbedHostWish' });
export type EmbedHostWish = z.infer<typeof EmbedHostWish>;

/** A key of a host. What it is made of never leaves the server. */
export const EmbedKeyView = z
  .object({
    kid: z.string(),
    algorithm: EmbedAlgorithm,
    createdAt: Instant,
    lastUsedAt: z.nullable(Instant),
    retiredAt: z.nullable(Instant),
  })
  .register(z.globalRegistry, { id: 'EmbedKeyView' });
export type EmbedKeyView = z.infer<typeof EmbedKeyView>;

/** A dashboard with its keys, as the screen sees it. */
export const EmbedHostView = z
  .extend(EmbedHostWish, {
    id: Id,
    keys: z.array(EmbedKeyView),
    /** People who are in through this host at this moment. */
    openSessions: z.int(),
  })
  .register(z.globalRegistry, { id: 'EmbedHostView' });
export type EmbedHostView = z.infer<typeof EmbedHostView>;

/** Everything that the page Penyematan shows. */
export const EmbedSettings = z
  .object({
    /** Whether the settings of the server let anybody embed at all (`EMBED_ENABLED`). */
    isAllowed: z.boolean(),
    /** Whether hosts may make administrators (`EMBED_ALLOW_ADMIN`). */
    mayGrantAdministrator: z.boolean(),
    /** `aud` of tokens, and the start of the address that they are posted to. */
    address: z.string(),
    hosts: z.array(EmbedHostView),
  })
  .register(z.globalRegistry, { id: 'EmbedSettings' });
export type EmbedSettings = z.infer<typeof EmbedSettings>;

/** A new key: a secret that we make, or the public half of a pair that the host made (PEM). */
export const EmbedKeyWish = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('secret') }),
    z.object({
      kind: z.literal('public-key'),
      pem: z.string().check(z.trim(), z.minLength(1), z.maxLength(2000)),
    }),
  ])
  .register(z.globalRegistry, { id: 'EmbedKeyWish' });
export type EmbedKeyWish = z.infer<typeof EmbedKeyWish>;

/** A key that was just added. The secret is told this once. */
export const EmbedKeyCreated = z
  .object({ key: EmbedKeyView, secret: z.nullable(z.string()) })
  .register(z.globalRegistry, { id: 'EmbedKeyCreated' });
export type EmbedKeyCreated = z.infer<typeof EmbedKeyCreated>;

/** Path parameters of `/embed/hosts/:id/keys/:kid`. */
export const EmbedKeyParam = z
  .extend(IdParam, { kid: z.string().check(z.minLength(1), z.maxLength(64)) })
  .register(z.globalRegistry, {
    id: 'EmbedKeyParam',
  });
export type EmbedKeyParam = z.infer<typeof EmbedKeyParam>;

/** How many frames were ended. */
export const EmbedSessionsEnded = z
  .object({ ended: z.int() })
  .register(z.globalRegistry, { id: 'EmbedSessionsEnded' });
export type EmbedSessionsEnded = z.infer<typeof EmbedSessionsEnded>;

/** The one-time code that the page of a frame was delivered with. */
export const EmbedEntry = z
  .object({ code: z.string().check(z.minLength(1), z.maxLength(100)) })
  .register(z.globalRegistry, { id: 'EmbedEntry' });
export type EmbedEntry = z.infer<typeof EmbedEntry>;

/** A fresh token of the host, as it is posted at the beginning. */
export const EmbedRenewal = z
  .object({ token: z.string().check(z.minLength(1), z.maxLength(8192)) })
  .register(z.globalRegistry, { id: 'EmbedRenewal' });
export type EmbedRenewal = z.infer<typeof EmbedRenewal>;

/** What a frame calls the API with, and for whom. Kept in memory alone. */
export const EmbedAccess = z
  .object({
    token: z.string(),
    /** Milliseconds from now; clocks of hospital PCs are off. */
    expiresIn: z.int(),
    /** The only page that is talked to. */
    hostOrigin: FrameOrigin,
    me: Me,
  })
  .register(z.globalRegistry, { id: 'EmbedAccess' });
export type EmbedAccess = z.infer<typeof EmbedAccess>;
