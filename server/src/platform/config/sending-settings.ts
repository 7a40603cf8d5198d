import * as z from 'zod';

/** What protects real numbers, beside the gap of PACE_SECONDS. Null where a rule is switched off. */
export interface SendingSettings {
  /** Minutes since midnight in Asia/Jakarta, the second one not included. */
  readonly hours: { readonly from: number; readonly to: number } | null;
  readonly dailyCap: number | null;
  /** Caps of the first days of a new number; empty when it may send as any other. */
  readonly warmUp: readonly number[];
  readonly longPause: {
    readonly every: number;
    readonly minutes: { readonly min: number; readonly max: number };
  } | null;
  readonly failureStop: { readonly failures: number; readonly of: number } | null;
}

const MOST_A_DAY = 100_000;

/** A setting that "off" switches off, and that `read` otherwise understands, or answers undefined. */
function unlessOff<T>(rule: string, read: (text: string) => T | undefined) {
  return z.string().transform((text, context): T | null => {
    if (text.trim() === 'off') return null;
    const found = read(text.trim());
    if (found !== undefined) return found;
    context.addIssue({ code: 'custom', message: `must be ${rule}, or off` });
    return z.NEVER;
  });
}

/** "07-20" or "07.30-19:45". Across midnight is refused: it would be night, so it is rather a slip. */
const Hours = unlessOff('two times of one day such as 07-20, the earlier first', (text) => {
  const parts = /^(\d{1,2})(?:[.:]([0-5]\d))?-(\d{1,2})(?:[.:]([0-5]\d))?$/.exec(text);
  if (!parts) return undefined;
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = parts
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  const [from, to] = [fromHour * 60 + fromMinute, toHour * 60 + toMinute];
  return from < to && to <= 24 * 60 ? { from, to } : undefined;
});

const isCount = (count: number): boolean =>
  Number.isInteger(count) && count >= 1 && count <= MOST_A_DAY;

const Cap = unlessOff(`a whole number from 1 to ${String(MOST_A_DAY)}`, (text) => {
  const cap = Number(text);
  return isCount(cap) ? cap : undefined;
});

const WarmUp = unlessOff('at most 60 whole numbers such as 20,36,65,117,200', (text) => {
  const caps = text.split(',').map(Number);
  return caps.length <= 60 && caps.every(isCount) ? caps : undefined;
});

/** "50:5-10": after 50 messages 5 to 10 minutes. */
const LongPause = unlessOff(
  'messages (2 or more) and minutes (up to 1440, the fewer first) such as 50:5-10',
  (text) => {
    const parts = /^(\d{1,6}):(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)$/.exec(text);
    if (!parts) return undefined;
    const [every = 0, min = 0, max = 0] = parts.slice(1).map(Number);
    return every >= 2 && min <= max && max <= 1_440 ? { every, minutes: { min, max } } : undefined;
  },
);

const FailureStop = unlessOff('failures and latest messages (up to 100) such as 5/20', (text) => {
  const parts = /^(\d{1,3})\/(\d{1,3})$/.exec(text);
  if (!parts) return undefined;
  const [failures = 0, of = 0] = parts.slice(1).map(Number);
  return failures >= 1 && failures <= of && of <= 100 ? { failures, of } : undefined;
});

/**
 * Variables of the rules, with their defaults. No source proves any number safe; these are judged from
 * what others publish and report:
 *
 * - SEND_HOURS: patients are not to be woken; WAHA's advice against blocking says not to send round the
 *   clock.
 * - DAILY_CAP: the most careful preset of the published anti-ban packages for Baileys is 800 a day.
 * - WARM_UP: the same presets begin at 15 to 20 messages and go up 1.8 times a day; ours stops at 200
 *   before the full cap, since people report restrictions after 30 to 40 messages to strangers.
 * - LONG_PAUSE: WAHA's advice is to send in packages with pauses between them; 50 and 5 to 10 minutes
 *   are our choice, and cost a tenth of the day's 800.
 * - FAILURE_STOP: retrying against a restriction makes it worse, and each failure is a patient for whom
 *   a person must decide; a quarter of the latest twenty is far above what single bad numbers cause.
 */
export const SENDING_VARIABLES = {
  SEND_HOURS: Hours.prefault('07-20'),
  DAILY_CAP: Cap.prefault('800'),
  WARM_UP: WarmUp.prefault('20,36,65,117,200'),
  LONG_PAUSE: LongPause.prefault('50:5-10'),
  FAILURE_STOP: FailureStop.prefault('5/20'),
};

/** The settings out of the variables as they were parsed. */
export function sendingSettings(
  env: z.infer<z.ZodObject<typeof SENDING_VARIABLES>>,
): SendingSettings {
  return {
    hours: env.SEND_HOURS,
    dailyCap: env.DAILY_CAP,
    warmUp: env.WARM_UP ?? [],
    longPause: env.LONG_PAUSE,
    failureStop: env.FAILURE_STOP,
  };
}
