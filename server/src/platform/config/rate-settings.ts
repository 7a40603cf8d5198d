import * as z from 'zod';

/** So many requests in so long, which begins with the first of them. */
export interface RateRule {
  readonly count: number;
  readonly seconds: number;
}

/** How often who may ask. Null where a limit is switched off. */
export interface RateLimitSettings {
  /** Everything, for each login. */
  readonly api: RateRule | null;
  /** Everything without a login, for each address: all people of a hospital may stand behind one. */
  readonly anonymous: RateRule | null;
  /** Tries to log in to one account, from wherever; wrong passwords are slowed down besides. */
  readonly login: RateRule | null;
  /** Sheets and attachments, for each person. */
  readonly upload: RateRule | null;
  /** Files that are made for download, for each person. */
  readonly export: RateRule | null;
  /** Test messages, for each person. */
  readonly testSend: RateRule | null;
  /** Invitations and links for people, for each person. */
  readonly invite: RateRule | null;
  /** Entries from dashboards, for each address. */
  readonly embed: RateRule | null;
}

const MOST = 1_000_000;
const LONGEST = 86_400;

/** "600/60": 600 in 60 seconds, or "off". */
const Rule = z.string().transform((text, context): RateRule | null => {
  if (text.trim() === 'off') return null;
  const [, count = 0, seconds = 0] = (/^(\d+)\/(\d+)$/u.exec(text.trim()) ?? []).map(Number);
  if (count >= 1 && count <= MOST && seconds >= 1 && seconds <= LONGEST) return { count, seconds };
  context.addIssue({
    code: 'custom',
    message: 'must be requests and seconds (up to 86400) such as 600/60, or off',
  });
  return z.NEVER;
});

/**
 * Variables of the limits, with their defaults. None is for people: a busy clerk makes some 60 requests a
 * minute, and 500 of them who log in within a few minutes behind one address some 300. They stop what goes
 * round in circles, guesses, or hoards.
 */
export const RATE_VARIABLES = {
  RATE_API: Rule.prefault('600/60'),
  RATE_ANONYMOUS: Rule.prefault('600/60'),
  RATE_LOGIN: Rule.prefault('10/60'),
  RATE_UPLOAD: Rule.prefault('30/60'),
  RATE_EXPORT: Rule.prefault('20/60'),
  RATE_TEST_SEND: Rule.prefault('6/60'),
  RATE_INVITE: Rule.prefault('30/60'),
  RATE_EMBED: Rule.prefault('300/60'),
};

/** The settings out of the variables as they were parsed. */
export const rateSettings = (
  env: z.infer<z.ZodObject<typeof RATE_VARIABLES>>,
): RateLimitSettings => ({
  api: env.RATE_API,
  anonymous: env.RATE_ANONYMOUS,
  login: env.RATE_LOGIN,
  upload: env.RATE_UPLOAD,
  export: env.RATE_EXPORT,
  testSend: env.RATE_TEST_SEND,
  invite: env.RATE_INVITE,
  embed: env.RATE_EMBED,
});

/** No limits at all: for tests and campaigns, which are not people. */
export const NO_RATE_LIMITS: RateLimitSettings = {
  api: null,
  anonymous: null,
  login: null,
  upload: null,
  export: null,
  testSend: null,
  invite: null,
  embed: null,
};
