import * as z from 'zod';
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
    'users:manage',
    'audit:read',
  ])
  .meta({ id: 'Permission' });
export type Permission = z.infer<typeof Permission>;

/** Job of a person. A user holds one or more. */
export const Role = z
  .enum(['viewer', 'operator', 'confirmer', 'administrator'])
  .meta({ id: 'Role' });
export type Role = z.infer<typeof Role>;

/** Which devices somebody may use: every one, also those added later, or these. */
export const DeviceGrant = z
  .union([z.literal('all'), z.array(Id).max(500)])
  .meta({ id: 'DeviceGrant' });
export type DeviceGrant = z.infer<typeof DeviceGrant>;

/** Name to log in with: compared without case, so stored in lower case. */
export const Username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,31}$/)
  .meta({ id: 'Username' });

/**
 * Password as chosen: length alone decides (OWASP ASVS 5.0, 6.2.1–6.2.9); verified exactly as typed.
 * The upper bound keeps a hash cheap.
 */
export const NewPassword = z.string().min(12).max(128).meta({ id: 'NewPassword' });

/** Name of a person as the screens show it. */
export const DisplayName = z.string().trim().min(1).max(100).meta({ id: 'DisplayName' });

/** The person behind a session and what they may do. */
export const Me = z
  .object({
    id: Id,
    username: z.string(),
    displayName: z.string(),
    roles: z.array(Role),
    permissions: z.array(Permission),
    sessionExpiresAt: Instant,
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;
