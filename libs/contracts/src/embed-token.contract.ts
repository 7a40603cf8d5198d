import * as z from 'zod/mini';

/** Seconds since the epoch (RFC 7519, NumericDate). */
const Seconds = z.int().check(z.minimum(0), z.maximum(99_999_999_999));

const Subject = z.string().check(z.minLength(1), z.maxLength(200));

/** What every token of a host says. `aud` is one address exactly, never a list. */
const Registered = z.object({
  iss: z.string().check(z.minLength(1), z.maxLength(200)),
  aud: z.string().check(z.minLength(1), z.maxLength(200)),
  iat: Seconds,
  exp: Seconds,
  /** Unguessable and never twice. */
  jti: z.string().check(z.minLength(16), z.maxLength(200)),
});

/** `typ: wa-embed+jwt`: this person may come in now. */
export const HandoffClaims = z.extend(Registered, {
  nbf: Seconds,
  /** The person, as the host knows them for good: an id, not a name. */
  sub: Subject,
  /** The person's session at the host, to end it from there. */
  sid: z.optional(Subject),
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
  /** Codes of roles; an unknown one refuses the token. */
  roles: z.array(z.string().check(z.maxLength(40))).check(z.minLength(1), z.maxLength(4)),
  /** Ids of devices; absent: all that the host may give. */
  devices: z.optional(z.array(z.string().check(z.maxLength(40))).check(z.maxLength(200))),
  /** When the person last showed the host who they are, with their password or more (OpenID Connect Core 1.0, 2). */
  auth_time: z.optional(Seconds),
  /** When the person's session at the host ends in any case. */
  session_exp: z.optional(Seconds),
});
export type HandoffClaims = z.infer<typeof HandoffClaims>;

const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** `typ: logout+jwt`: this person, or this session of the host, is out (OpenID Connect Back-Channel Logout 1.0, 2.4). */
export const LogoutClaims = z
  .extend(Registered, {
    sub: z.optional(Subject),
    sid: z.optional(Subject),
    events: z.object({ [LOGOUT_EVENT]: z.object({}) }),
    // Forbidden there, so that no login token passes for a logout token.
    nonce: z.optional(z.undefined()),
  })
  .check(z.refine(({ sub, sid }) => sub !== undefined || sid !== undefined, { path: ['sid'] }));
export type LogoutClaims = z.infer<typeof LogoutClaims>;
