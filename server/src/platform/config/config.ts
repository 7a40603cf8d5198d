import { hostname } from 'node:os';
import { resolve } from 'node:path';
import * as z from 'zod';
import type { AttachmentKind } from '#contracts/attachment.contract.js';
import { EngineKind } from '#contracts/device.contract.js';
import { NewPassword, Username } from '#contracts/user.contract.js';
import type { DatabaseLocation } from '../database/data-source-options.js';
import type { RedisLocation } from '../redis/redis-location.js';
import { CONNECTION_VARIABLES, databaseLocation, redisLocation } from './connection-settings.js';
import { EMBED_VARIABLES, embedFaults, embedSettings } from './embed-settings.js';
import type { EmbedSettings } from './embed-settings.js';
import { IMPORT_VARIABLES, importLimits } from './import-settings.js';
import type { ImportLimits } from './import-settings.js';
import { RATE_VARIABLES, rateSettings } from './rate-settings.js';
import type { RateLimitSettings } from './rate-settings.js';
import { withSecretFiles } from './secret-files.js';
import { SENDING_VARIABLES, sendingSettings } from './sending-settings.js';
import type { SendingSettings } from './sending-settings.js';
import { TrustedProxies } from './trusted-proxies.js';
import { isWeakSecret } from './weak-secret.js';
import { wholeNumber } from './whole-number.js';

const MEGABYTE = 1024 * 1024;

const LOOPBACK = ['127.0.0.0/8', '::1'];

/** "8-20" or "8": seconds, a range to draw from. */
const SecondsRange = z
  .string()
  .regex(/^\d+(\.\d+)?(-\d+(\.\d+)?)?$/, 'must be seconds such as 8-20')
  .transform((text) => {
    const [min = 0, max = min] = text.split('-').map(Number);
    return { min, max };
  })
  .refine(
    ({ min, max }) => min <= max && max <= 3600,
    'must be two numbers up to 3600, the smaller first',
  );

/** "90", or "off": days. */
const RetentionDays = z.string().transform((text, context): number | null => {
  if (text === 'off') return null;
  const days = Number(text);
  if (/^\d+$/u.test(text) && days >= 1 && days <= 3_650) return days;
  context.addIssue({ code: 'custom', message: 'must be a whole number from 1 to 3650, or off' });
  return z.NEVER;
});

const Flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** Every setting that the process reads from its environment. `.env.example` explains each. */
const Environment = z
  .object({
    PORT: wholeNumber(0, 65_535).default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    ALLOW_HTTP: Flag.default(false),
    TRUST_PROXY: TrustedProxies.optional(),
    DATA_DIR: z.string().min(1).default('./data'),
    ...CONNECTION_VARIABLES,
    SECRET_KEY: z.string().min(32, 'must have at least 32 characters').max(256).optional(),
    ROLE: z.enum(['all', 'web', 'worker']).default('all'),
    WORKER_NAME: z
      .string()
      .regex(/^[\w-]{1,40}$/u, 'must be 1 to 40 letters, digits, - and _')
      .optional(),
    WHATSAPP_ENGINES: z
      .string()
      .default('whatsapp-web,practice')
      .transform((text) => text.split(',').map((name) => name.trim()))
      .pipe(z.array(EngineKind).min(1)),
    CHROMIUM_PATH: z.string().min(1).optional(),
    CHROMIUM_SANDBOX: z.enum(['on', 'off']).default('on'),
    WHATSAPP_PROXY: z.url({ protocol: /^https?$/ }).optional(),
    TYPING_SIMULATION: wholeNumber(0, 1_000).default(0),
    RESTORE_STAGGER_SECONDS: wholeNumber(0, 600).default(2),
    SESSION_MAX_MEGABYTES: wholeNumber(0, 65_536).default(1_500),
    ADMIN_USERNAME: z.optional(Username),
    ADMIN_PASSWORD: z.optional(NewPassword),
    PACE_SECONDS: SecondsRange.prefault('8-20'),
    PRACTICE_PACE_SECONDS: SecondsRange.prefault('0.2-0.6'),
    ...SENDING_VARIABLES,
    ...EMBED_VARIABLES,
    ...RATE_VARIABLES,
    PRACTICE_SEED: z.string().min(1).max(64).default('prima'),
    ...IMPORT_VARIABLES,
    IMAGE_MAX_MEGABYTES: wholeNumber(1, 64).default(5),
    VIDEO_MAX_MEGABYTES: wholeNumber(1, 64).default(16),
    DOCUMENT_MAX_MEGABYTES: wholeNumber(1, 64).default(16),
    RETENTION_DAYS: RetentionDays.prefault('90'),
    METRICS_TOKEN: z
      .string()
      .regex(/^[\x21-\x7e]{32,256}$/u, 'must have 32 to 256 characters without blanks')
      .refine((text) => !isWeakSecret(text), 'must be random, not an example')
      .optional(),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug']).default('warn'),
  })
  .superRefine(
    (env, context) => {
      const fault = (name: string, message: string): void => {
        context.addIssue({ code: 'custom', path: [name], message });
      };
      if ((env.ADMIN_USERNAME === undefined) !== (env.ADMIN_PASSWORD === undefined)) {
        fault('ADMIN_PASSWORD', 'must be set together with ADMIN_USERNAME');
      }
      if (env.ROLE !== 'all' && (env.DATABASE_URL === undefined || env.REDIS_URL === undefined)) {
        fault('ROLE', 'other than "all" needs DATABASE_URL and REDIS_URL');
      }
      const elsewhere = !['127.0.0.1', 'localhost', '::1'].includes(env.HOST);
      if (elsewhere && !env.ALLOW_HTTP && env.PUBLIC_URL?.startsWith('https://') !== true) {
        fault(
          'HOST',
          'other than 127.0.0.1 needs an https PUBLIC_URL, or ALLOW_HTTP=true for a trial',
        );
      }
      embedFaults(env, fault);
      // Also beside a faulty variable: a person should read all faults at once.
    },
    { when: () => true },
  );

/** Names of all settings; some may come by file instead (`FILE_SETTINGS`). */
export const SETTINGS: readonly string[] = Object.keys(Environment.shape);

/** How the engine for real WhatsApp runs. */
export interface WhatsappWebConfig {
  /** Executable of the browser; null: the one that is found. */
  readonly chromiumPath: string | null;
  /** Whether Chromium locks its pages in. Off only where the host cannot: it is said loudly then. */
  readonly hasSandbox: boolean;
  /** `http[s]://[user:password@]host:port`; null: none. */
  readonly proxy: string | null;
  /** How long "is typing" is shown for every character, in milliseconds. */
  readonly typingMsPerCharacter: number;
  /** Between the starts of two restored sessions, in milliseconds. */
  readonly staggerMs: number;
  /** How much memory the browser of one device may hold, in MiB; null: any. */
  readonly memoryLimitMb: number | null;
  /** What a browser needs of this process's environment. No setting of the product is in it. */
  readonly browserEnvironment: Readonly<Record<string, string>>;
}

/** Variables that browsers and their libraries read, by system. */
const BROWSER_VARIABLES = [
  ...['PATH', 'HOME', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'LD_LIBRARY_PATH', 'FONTCONFIG_FILE'],
  ...['XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'XDG_RUNTIME_DIR', 'DBUS_SESSION_BUS_ADDRESS'],
  ...['SystemRoot', 'TEMP', 'TMP', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA', 'ProgramFiles'],
];

const pick = (
  from: Readonly<Record<string, string | undefined>>,
  names: readonly string[],
): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])),
  );

/** Settings of the process, parsed once. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Where browsers reach the product; null: at `host` and `port`. */
  readonly publicUrl: string | null;
  /** Browsers reach it over plain http from another machine: a trial. */
  readonly allowHttp: boolean;
  /** Addresses and networks whose word about the caller's address is believed. */
  readonly trustedProxies: readonly string[];
  /** Whether browsers reach it over https, so that `__Host-` cookies work. */
  readonly secureCookies: boolean;
  readonly dataDir: string;
  readonly database: DatabaseLocation;
  /** Whether this process brings the schema up to date, or waits for whoever does. */
  readonly migrations: 'run' | 'wait';
  readonly redis: RedisLocation | null;
  /** Of everything that we keep or say in Redis. */
  readonly redisPrefix: string;
  /** Part of the keys of the installation that a copy of the database does not have; null: not set. */
  readonly secretKey: string | null;
  readonly role: 'all' | 'web' | 'worker';
  /** What people call this process, where several share the devices. */
  readonly workerName: string;
  readonly engines: readonly EngineKind[];
  readonly whatsappWeb: WhatsappWebConfig;
  readonly admin: { readonly username: string; readonly password: string } | null;
  /** Seconds between two hand-overs of one device, drawn anew each time. */
  readonly pace: Readonly<Record<EngineKind, { readonly min: number; readonly max: number }>>;
  /** What protects real numbers; practice devices obey none of it. */
  readonly sending: SendingSettings;
  /** Frames in a dashboard, as far as an administrator may not change it. */
  readonly embed: EmbedSettings;
  /** How often who may ask. */
  readonly rateLimits: RateLimitSettings;
  /** Seed of the practice engine: the same seed plays the same run. */
  readonly practiceSeed: string;
  readonly importLimits: ImportLimits;
  /** Largest file of each kind that can go with a message, in bytes. */
  readonly attachmentLimits: Readonly<Record<AttachmentKind, number>>;
  /** Days after its end for which a broadcast keeps its people; null: for ever. */
  readonly retentionDays: number | null;
  /** What a monitoring system shows to read the metrics; null: there are none. */
  readonly metricsToken: string | null;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug';
}

/** The environment is not usable. `faults` name variables and rules, never values. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Environment: ${faults.join('; ')}`);
  }
}

/** Injection token of the `Config`. */
export const CONFIG = Symbol('Config');

/**
 * Reads the settings out of `environment`. Throws one `ConfigError` that names every fault at once
 * and prints no value, since values may be secrets. An empty variable counts as not set.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.entries(environment).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
  );
  const { environment: given, faults } = withSecretFiles(Object.fromEntries(set));
  const result = Environment.safeParse(given);
  if (!result.success || faults.length > 0) {
    const issues = result.error?.issues ?? [];
    throw new ConfigError([
      ...faults,
      ...issues.map((issue) => `${issue.path.join('.')} ${issue.message}`),
    ]);
  }
  const env = result.data;
  const dataDir = resolve(env.DATA_DIR);
  return {
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL ?? null,
    allowHttp: env.ALLOW_HTTP,
    // A reverse proxy on this machine, unless told otherwise.
    trustedProxies: env.TRUST_PROXY ?? (env.PUBLIC_URL === undefined ? [] : LOOPBACK),
    secureCookies: env.PUBLIC_URL?.startsWith('https://') === true,
    dataDir,
    database: databaseLocation(env, dataDir),
    migrations: env.MIGRATIONS,
    redis: redisLocation(env),
    redisPrefix: env.REDIS_PREFIX,
    secretKey: env.SECRET_KEY ?? null,
    role: env.ROLE,
    workerName: env.WORKER_NAME ?? nameOfHost(),
    engines: env.WHATSAPP_ENGINES,
    whatsappWeb: {
      chromiumPath: env.CHROMIUM_PATH === undefined ? null : resolve(env.CHROMIUM_PATH),
      hasSandbox: env.CHROMIUM_SANDBOX === 'on',
      proxy: env.WHATSAPP_PROXY ?? null,
      typingMsPerCharacter: env.TYPING_SIMULATION,
      staggerMs: env.RESTORE_STAGGER_SECONDS * 1_000,
      memoryLimitMb: env.SESSION_MAX_MEGABYTES || null,
      browserEnvironment: pick(given, BROWSER_VARIABLES),
    },
    admin:
      env.ADMIN_USERNAME !== undefined && env.ADMIN_PASSWORD !== undefined
        ? { username: env.ADMIN_USERNAME, password: env.ADMIN_PASSWORD }
        : null,
    pace: { 'whatsapp-web': env.PACE_SECONDS, practice: env.PRACTICE_PACE_SECONDS },
    sending: sendingSettings(env),
    embed: embedSettings(env),
    rateLimits: rateSettings(env),
    practiceSeed: env.PRACTICE_SEED,
    importLimits: importLimits(env),
    attachmentLimits: {
      image: env.IMAGE_MAX_MEGABYTES * MEGABYTE,
      video: env.VIDEO_MAX_MEGABYTES * MEGABYTE,
      document: env.DOCUMENT_MAX_MEGABYTES * MEGABYTE,
    },
    retentionDays: env.RETENTION_DAYS,
    metricsToken: env.METRICS_TOKEN ?? null,
    logLevel: env.LOG_LEVEL,
  };
}

/** The name of this machine as a name of a worker can be: a container has its id for one. */
const nameOfHost = (): string =>
  hostname()
    .replace(/[^\w-]/gu, '-')
    .slice(0, 40) || 'worker';

/** The settings of this process. The only place that reads `process.env`. */
export const configOfProcess = (): Config => readConfig(process.env);
