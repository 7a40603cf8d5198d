import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { type PasswordChange, SessionList } from '#contracts/auth.contract.js';

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
}
