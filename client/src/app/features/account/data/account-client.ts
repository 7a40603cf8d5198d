import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, inject, resource } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { type PasswordChange, SessionList } from '#contracts/auth.contract.js';
import {
  RecoveryCodes,
  SecondFactorEnrolment,
  type SecondFactorStart,
  SecondFactorView,
} from '#contracts/second-factor.contract.js';

const FACTOR = '/api/auth/second-factor';

/** HTTP of one's own account. Writing methods reject with `ProblemError`. */
@Injectable({ providedIn: 'root' })
export class AccountClient {
  private readonly http = inject(HttpClient);

  /** Where one is logged in. Call in an injection context. */
  sessions() {
    return httpResource(() => '/api/auth/sessions', { parse: (body) => SessionList.parse(body) });
  }

  async endSession(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/auth/sessions/${id}`));
  }

  async endOtherSessions(): Promise<void> {
    await firstValueFrom(this.http.delete('/api/auth/sessions'));
  }

  async changePassword(change: PasswordChange): Promise<void> {
    await firstValueFrom(this.http.post('/api/auth/password', change));
  }

  /** How it stands with one's second factor. Call in an injection context. */
  secondFactor() {
    return httpResource(() => FACTOR, { parse: (body) => SecondFactorView.parse(body) });
  }

  /** A new secret for an application, and another at each reload. Call in an injection context. */
  enrolment() {
    return resource({
      loader: async () => {
        const asked = this.http.post(`${FACTOR}/enrolment`, null);
        return SecondFactorEnrolment.parse(await firstValueFrom(asked));
      },
    });
  }

  /** Switches the second factor on; answers the recovery codes. */
  async switchOn(start: SecondFactorStart): Promise<readonly string[]> {
    return RecoveryCodes.parse(await firstValueFrom(this.http.post(FACTOR, start))).codes;
  }

  async renewRecoveryCodes(code: string): Promise<readonly string[]> {
    const asked = this.http.post(`${FACTOR}/recovery-codes`, { code });
    return RecoveryCodes.parse(await firstValueFrom(asked)).codes;
  }

  async switchOff(code: string): Promise<void> {
    await firstValueFrom(this.http.post(`${FACTOR}/removal`, { code }));
  }
}
