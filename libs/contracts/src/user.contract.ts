import * as z from 'zod/mini';
import { Id, Instant } from './common.contract.js';

/** What a route may demand of the person who calls it. */
export const Permission = z
  .enum([
    'devices:read',
    'devices:manage',
    'broadcasts:read',
    'broadcasts:edit',
    'broadcasts:confirm',
    'broadcasts:send',
    'recipients:numbers',
    'recipients:resolve-failed',
    'recipients:resolve-unknown',
    'do-not-contact:manage',
    'safe-mode:release',
    'subjects:manage',
    'users:manage',
    'audit:read',
    'embedding:manage',
  ])
  .register(z.globalRegistry, { id: 'Permission' });
export type Permission = z.infer<typeof Permission>;

/** Job of a person. A user holds one or more. */
export const Role = z
  .enum(['viewer', 'operator', 'confirmer', 'administrator'])
  .register(z.globalRegistry, { id: 'Role' });
export type Role = z.infer<typeof Role>;

/** Which devices somebody may use: every one, also those added later, or these. */
export const DeviceGrant = z
  .union([z.literal('all'), z.array(Id).check(z.maxLength(500))])
  .register(z.globalRegistry, { id: 'DeviceGrant' });
export type DeviceGrant = z.infer<typeof DeviceGrant>;

/** Name to log in with: compared without case, so stored in lower case. */
export const Username = z
  .string()
  .check(z.trim(), z.toLowerCase(), z.regex(/^[a-z0-9][a-z0-9._-]{2,31}$/))
  .register(z.globalRegistry, { id: 'Username' });

/**
 * Password as chosen: length alone decides (OWASP ASVS 5.0, 6.2.1–6.2.9); verified exactly as typed.
 * The upper bound keeps a hash cheap.
 */
export const NewPassword = z
  .string()
  .check(z.minLength(12), z.maxLength(128))
  .register(z.globalRegistry, { id: 'NewPassword' });

/** Name of a person as the screens show it. */
export const DisplayName = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(100))
  .register(z.globalRegistry, { id: 'DisplayName' });

/** Invited and not come yet; here; or shut out. */
export const UserStatus = z
  .enum(['invited', 'active', 'disabled'])
  .register(z.globalRegistry, { id: 'UserStatus' });
export type UserStatus = z.infer<typeof UserStatus>;

/** A person as Pengguna lists them. */
export const UserView = z
  .object({
    id: Id,
    username: z.string(),
    /** The username until an invited person has given their name. */
    displayName: z.string(),
    roles: z.array(Role),
    devices: DeviceGrant,
    status: UserStatus,
    createdAt: Instant,
    /** Until when the link holds that they were last given, if it was not used yet. */
    linkExpiresAt: z.nullable(Instant),
    /** Whether they log in with a second factor. */
    hasSecondFactor: z.boolean(),
  })
  .register(z.globalRegistry, { id: 'UserView' });
export type UserView = z.infer<typeof UserView>;

/** Everybody, by name. */
export const UserList = z
  .object({ items: z.array(UserView) })
  .register(z.globalRegistry, { id: 'UserList' });
export type UserList = z.infer<typeof UserList>;

/** What somebody may do, and with which devices. */
export const UserAccess = z
  .object({
    roles: z.array(Role).check(
      z.minLength(1),
      z.refine((roles) => new Set(roles).size === roles.length),
    ),
    devices: DeviceGrant,
  })
  .register(z.globalRegistry, { id: 'UserAccess' });
export type UserAccess = z.infer<typeof UserAccess>;

/** Tambah pengguna: they choose their name and password by the link. */
export const UserInvitation = z
  .extend(UserAccess, { username: Username })
  .register(z.globalRegistry, {
    id: 'UserInvitation',
  });
export type UserInvitation = z.infer<typeof UserInvitation>;

/** What a one-time link is for. */
export const UserLinkKind = z
  .enum(['invitation', 'password-reset'])
  .register(z.globalRegistry, { id: 'UserLinkKind' });
export type UserLinkKind = z.infer<typeof UserLinkKind>;

/** A link that is shown this once: `/undangan#` and the token. The server keeps a hash alone. */
export const UserLink = z
  .object({ user: UserView, kind: UserLinkKind, token: z.string(), expiresAt: Instant })
  .register(z.globalRegistry, { id: 'UserLink' });
export type UserLink = z.infer<typeof UserLink>;

/** The person behind a session and what they may do. */
export const Me = z
  .object({
    id: Id,
    username: z.string(),
    displayName: z.string(),
    roles: z.array(Role),
    permissions: z.array(Permission),
    sessionExpiresAt: Instant,
    /** Whether the person logs in with a second factor; `needed`: they must switch it on before anything else. */
    secondFactor: z.enum(['on', 'off', 'needed']),
  })
  .register(z.globalRegistry, { id: 'Me' });
export type Me = z.infer<typeof Me>;
