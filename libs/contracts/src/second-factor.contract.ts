import * as z from 'zod/mini';
import { Instant } from './common.contract.js';

/** A code as typed: of the application, or a recovery code. Spaces and dashes do not matter. */
export const TypedCode = z.string().check(z.trim(), z.minLength(6), z.maxLength(40));

/** Proves by a code that one holds the second factor. */
export const CodeProof = z
  .object({ code: TypedCode })
  .register(z.globalRegistry, { id: 'CodeProof' });
export type CodeProof = z.infer<typeof CodeProof>;

/** The second step of a login: the word of the first, and a code. */
export const LoginCode = z
  .object({ pending: z.string().check(z.minLength(1), z.maxLength(200)), code: TypedCode })
  .register(z.globalRegistry, { id: 'LoginCode' });
export type LoginCode = z.infer<typeof LoginCode>;

/** How it stands with the second factor of the person who asks. */
export const SecondFactorView = z
  .object({
    /** Since when it is on; null: off. */
    since: z.nullable(Instant),
    recoveryCodesLeft: z.int().check(z.minimum(0)),
    /** Whether it may be switched on. */
    isOffered: z.boolean(),
  })
  .register(z.globalRegistry, { id: 'SecondFactorView' });
export type SecondFactorView = z.infer<typeof SecondFactorView>;

/** What an authenticator application is to be told. Shown this once. */
export const SecondFactorEnrolment = z
  .object({
    /** For typing: base32 (RFC 4648). */
    secret: z.string(),
    /** For a QR code: `otpauth://totp/…`. */
    address: z.string(),
    /** Sealed by the server; comes back with the first code. */
    enrolment: z.string(),
    expiresAt: Instant,
  })
  .register(z.globalRegistry, { id: 'SecondFactorEnrolment' });
export type SecondFactorEnrolment = z.infer<typeof SecondFactorEnrolment>;

/** Switches the second factor on: the first code shows that the application knows the secret. */
export const SecondFactorStart = z
  .object({ enrolment: z.string().check(z.minLength(1), z.maxLength(1000)), code: TypedCode })
  .register(z.globalRegistry, { id: 'SecondFactorStart' });
export type SecondFactorStart = z.infer<typeof SecondFactorStart>;

/** Codes that each let the person in once without the application. Shown this once. */
export const RecoveryCodes = z
  .object({ codes: z.array(z.string()) })
  .register(z.globalRegistry, { id: 'RecoveryCodes' });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;
