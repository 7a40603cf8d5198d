import { Secret, TOTP } from 'otpauth';
import type { RecoveryCodes, SecondFactorEnrolment } from '#contracts/second-factor.contract.js';
import type { Clock } from '../../src/platform/kernel/clock.js';
import type { TestClient } from './test-client.js';

/** The application on somebody's phone. */
export interface Authenticator {
  /** What it shows now, or so many steps of 30 seconds later. */
  code(steps?: number): string;
  readonly recoveryCodes: readonly string[];
}

const STEP = 30_000;

/** What an application that knows `secret` shows at that moment. */
export const codeAt = (secret: string, now: number): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: now });

/** Switches the second factor of whoever uses `browser` on. Its present code is used up with that. */
export async function enrol(
  browser: TestClient,
  clock: Pick<Clock, 'now'>,
): Promise<Authenticator> {
  const begun = await browser.post('/api/auth/second-factor/enrolment');
  const { secret, enrolment } = (await begun.json()) as SecondFactorEnrolment;
  const code = (steps = 0): string => codeAt(secret, clock.now() + steps * STEP);
  const done = await browser.post('/api/auth/second-factor', { enrolment, code: code() });
  if (done.status !== 200) throw new Error(`Enrolment failed: ${await done.text()}`);
  return { code, recoveryCodes: ((await done.json()) as RecoveryCodes).codes };
}
