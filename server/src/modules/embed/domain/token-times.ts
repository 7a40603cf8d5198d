/** Clocks of two servers may differ by so many seconds. */
const LEEWAY = 30;

/** A token lives so many seconds at most: it is used the moment it is made. */
const LONGEST_LIFE = 120;

/** Moments of a token, in seconds since the epoch. */
export interface TokenTimes {
  readonly iat: number;
  readonly exp: number;
  readonly nbf?: number | undefined;
}

/** Which of its moments speaks against a token at `now` (milliseconds); null: none. */
export function faultyTime({ iat, exp, nbf }: TokenTimes, now: number): keyof TokenTimes | null {
  const seconds = now / 1000;
  if (exp + LEEWAY <= seconds || exp <= iat || exp - iat > LONGEST_LIFE) return 'exp';
  if (nbf !== undefined && nbf - LEEWAY > seconds) return 'nbf';
  return iat - LEEWAY > seconds ? 'iat' : null;
}

/** From when on nobody would accept this token anyway, in milliseconds: so long its `jti` is kept. */
export const isForgottenAt = ({ exp }: TokenTimes): number => (exp + LEEWAY) * 1000;
