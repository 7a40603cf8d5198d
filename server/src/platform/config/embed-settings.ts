import * as z from 'zod';
import { FrameOrigin } from '#contracts/embed.contract.js';
import { isInsecureOrigin } from '../kernel/frame-origin.js';
import { isWeakSecret } from './weak-secret.js';

const Flag = z.enum(['true', 'false']).transform((text) => text === 'true');

const Origins = z
  .string()
  .transform((text) => text.split(',').map((origin) => origin.trim()))
  .pipe(
    z
      .array(FrameOrigin)
      .max(10)
      .refine((origins) => !origins.some(isInsecureOrigin)),
  );

const ORIGINS_RULE =
  'must be exact https origins with commas between, such as https://prima.example.org: no path, no *';

/** What the environment says of frames in a dashboard. */
export const EMBED_VARIABLES = {
  EMBED_ENABLED: Flag.default(true),
  EMBED_ALLOW_ADMIN: Flag.default(false),
  EMBED_ISSUER: z.string().min(1).max(200).optional(),
  EMBED_ORIGINS: z
    .string()
    .refine((text) => Origins.safeParse(text).success, ORIGINS_RULE)
    .optional(),
  EMBED_SECRET: z
    .string()
    .max(256)
    .refine(
      (text) => !isWeakSecret(text),
      'must be at least 32 random bytes, e.g. of openssl rand -base64 32, and no example',
    )
    .optional(),
};

type EmbedVariables = z.infer<z.ZodObject<typeof EMBED_VARIABLES>>;

/** Frames in a dashboard, as the environment has it. */
export interface EmbedSettings {
  /** Whether frames may be switched on at all. */
  readonly isAllowed: boolean;
  /** Whether a dashboard may make administrators. */
  readonly mayGrantAdministrator: boolean;
  /** The dashboard that an installation begins with; null: an administrator adds it. */
  readonly firstHost: {
    readonly issuer: string;
    readonly origins: readonly string[];
    readonly secret: string;
  } | null;
}

/** Names what does not fit together, all at once. */
export function embedFaults(
  env: Partial<EmbedVariables>,
  fault: (name: string, message: string) => void,
): void {
  const names = ['EMBED_ISSUER', 'EMBED_ORIGINS', 'EMBED_SECRET'] as const;
  const given = names.filter((name) => env[name] !== undefined);
  if (given.length === 0 || given.length === names.length) return;
  const missing = names.filter((name) => env[name] === undefined);
  fault(missing[0] ?? '', `must be set together with ${given.join(' and ')}`);
}

/** The settings out of variables that were found right. */
export function embedSettings(env: EmbedVariables): EmbedSettings {
  const { EMBED_ISSUER: issuer, EMBED_ORIGINS: origins, EMBED_SECRET: secret } = env;
  return {
    isAllowed: env.EMBED_ENABLED,
    mayGrantAdministrator: env.EMBED_ALLOW_ADMIN,
    firstHost:
      issuer !== undefined && origins !== undefined && secret !== undefined
        ? { issuer, origins: Origins.parse(origins), secret }
        : null,
  };
}
