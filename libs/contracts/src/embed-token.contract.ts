import * as z from 'zod';

/** Seconds since the epoch (RFC 7519, NumericDate). */
const Seconds = z.int().min(0).max(99_999_999_999);

const Subject = z.string().min(1).max(200);

/** What every token of a host says. `aud` is one address exactly, never a list. */
const Registered = z.object({
  iss: z.string().min(1).max(200),
  aud: z.string().min(1).max(200),
  iat: Seconds,
  exp: Seconds,
  /** Unguessable and never twice. */
  jti: z.string().min(16).max(200),
});

/** `typ: wa-embed+jwt`: this person may come in now. */
export const HandoffClaims = Registered.extend({
  nbf: Seconds,
  /** The person, as the host knows them for good: an id, not a name. */
  sub: Subject,
  /** The person's session at the host, to end it from there. */
  sid: Subject.optional(),
  name: z.string().trim().min(1).max(100),
  /** Codes of roles; an unknown one refuses the token. */
  roles: z.array(z.string().max(40)).min(1).max(4),
  /** Ids of devices; absent: all that the host may give. */
  devices: z.array(z.string().max(40)).max(200).optional(),
  /** When the person last showed the host who they are, with their password or more (OpenID Connect Core 1.0, 2). */
  auth_time: Seconds.optional(),
  /** When the person's session at the host ends in any case. */
  session_exp: Seconds.optional(),
});
export type HandoffClaims = z.infer<typeof HandoffClaims>;

const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** `typ: logout+jwt`: this person, or this session of the host, is out (OpenID Connect Back-Channel Logout 1.0, 2.4). */
export const LogoutClaims = Registered.extend({
  sub: Subject.optional(),
  sid: Subject.optional(),
  events: z.object({ [LOGOUT_EVENT]: z.object({}) }),
  // Forbidden there, so that no login token passes for a logout token.
  nonce: z.undefined().optional(),
}).refine(({ sub, sid }) => sub !== undefined || sid !== undefined, { path: ['sid'] });
export type LogoutClaims = z.infer<typeof LogoutClaims>;
