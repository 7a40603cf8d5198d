import * as z from 'zod';
import { DisplayName, NewPassword, Username } from './user.contract.js';

/** Log in with what was set at Penyiapan. No minimum here: a short one is simply wrong. */
export const LoginRequest = z
  .object({ username: z.string().trim().min(1).max(64), password: z.string().min(1).max(256) })
  .meta({ id: 'LoginRequest' });
export type LoginRequest = z.infer<typeof LoginRequest>;

/** Create the first administrator of an empty installation with the one-time token of the setup link. */
export const SetupRequest = z
  .object({
    token: z.string().min(1).max(200),
    displayName: DisplayName,
    username: Username,
    password: NewPassword,
  })
  .meta({ id: 'SetupRequest' });
export type SetupRequest = z.infer<typeof SetupRequest>;

/** What the screens before login need: is there anybody yet. */
export const AuthStatus = z.object({ setupNeeded: z.boolean() }).meta({ id: 'AuthStatus' });
export type AuthStatus = z.infer<typeof AuthStatus>;
