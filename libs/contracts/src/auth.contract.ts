import * as z from 'zod/mini';
import { Id, Instant } from './common.contract.js';
import { TypedCode } from './second-factor.contract.js';
import { DisplayName, Me, NewPassword, UserLinkKind, Username } from './user.contract.js';

/** Log in with what was set at Penyiapan. No minimum here: a short one is simply wrong. */
export const LoginRequest = z
  .object({
    username: z.string().check(z.trim(), z.minLength(1), z.maxLength(64)),
    password: z.string().check(z.minLength(1), z.maxLength(256)),
  })
  .register(z.globalRegistry, { id: 'LoginRequest' });
export type LoginRequest = z.infer<typeof LoginRequest>;

/** The password was right, and the person has a second factor: its code is asked for next. */
export const CodeNeeded = z
  .object({
    /** Says to the second step that the first was done. Opens nothing by itself. */
    pending: z.string(),
    /** Until when the code is waited for. */
    pendingUntil: Instant,
  })
  .register(z.globalRegistry, { id: 'CodeNeeded' });
export type CodeNeeded = z.infer<typeof CodeNeeded>;

/** Who came in, or that a code is needed: then nothing is said about the person. */
export const LoginAnswer = z
  .union([Me, CodeNeeded])
  .register(z.globalRegistry, { id: 'LoginAnswer' });
export type LoginAnswer = z.infer<typeof LoginAnswer>;

/** Create the first administrator of an empty installation with the one-time token of the setup link. */
export const SetupRequest = z
  .object({
    token: z.string().check(z.minLength(1), z.maxLength(200)),
    displayName: DisplayName,
    username: Username,
    password: NewPassword,
  })
  .register(z.globalRegistry, { id: 'SetupRequest' });
export type SetupRequest = z.infer<typeof SetupRequest>;

const LinkToken = z.string().check(z.minLength(1), z.maxLength(200));

/** Asks what a one-time link is for. */
export const LinkReadingRequest = z
  .object({ token: LinkToken })
  .register(z.globalRegistry, { id: 'LinkReadingRequest' });
export type LinkReadingRequest = z.infer<typeof LinkReadingRequest>;

/** What a one-time link is for, and whose it is. */
export const LinkReading = z
  .object({ kind: UserLinkKind, username: z.string(), displayName: z.string() })
  .register(z.globalRegistry, { id: 'LinkReading' });
export type LinkReading = z.infer<typeof LinkReading>;

/** Uses a one-time link: chooses a password, and the name that others see. */
export const LinkAcceptance = z
  .object({ token: LinkToken, displayName: DisplayName, password: NewPassword })
  .register(z.globalRegistry, { id: 'LinkAcceptance' });
export type LinkAcceptance = z.infer<typeof LinkAcceptance>;

/** Shows again who one is, while logged in: the password, and a code where the second factor is on. */
export const StepUp = z
  .object({
    password: z.string().check(z.minLength(1), z.maxLength(256)),
    code: z.optional(TypedCode),
  })
  .register(z.globalRegistry, { id: 'StepUp' });
export type StepUp = z.infer<typeof StepUp>;

/** Akun saya: another password. */
export const PasswordChange = z
  .object({ current: z.string().check(z.minLength(1), z.maxLength(256)), password: NewPassword })
  .register(z.globalRegistry, { id: 'PasswordChange' });
export type PasswordChange = z.infer<typeof PasswordChange>;

/** A login as its person sees it. */
export const SessionView = z
  .object({
    id: Id,
    /** As the browser said it, e.g. `Chrome`, `Android`; null when it said nothing that we know. */
    browser: z.nullable(z.string()),
    system: z.nullable(z.string()),
    createdAt: Instant,
    /** To the minute. */
    lastSeenAt: Instant,
    /** The login that asks. */
    current: z.boolean(),
  })
  .register(z.globalRegistry, { id: 'SessionView' });
export type SessionView = z.infer<typeof SessionView>;

/** Logins of a person, the one last used first. */
export const SessionList = z
  .object({ items: z.array(SessionView) })
  .register(z.globalRegistry, { id: 'SessionList' });
export type SessionList = z.infer<typeof SessionList>;

/** Path of one login of a person. */
export const UserSessionParam = z
  .object({ id: Id, sessionId: Id })
  .register(z.globalRegistry, { id: 'UserSessionParam' });
export type UserSessionParam = z.infer<typeof UserSessionParam>;

/** What the screens before login need: is there anybody yet. */
export const AuthStatus = z
  .object({ setupNeeded: z.boolean() })
  .register(z.globalRegistry, { id: 'AuthStatus' });
export type AuthStatus = z.infer<typeof AuthStatus>;
