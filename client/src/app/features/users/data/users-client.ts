import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { SessionList } from '#contracts/auth.contract.js';
import { DeviceList } from '#contracts/device.contract.js';
import {
  type UserAccess,
  type UserInvitation,
  UserLink,
  UserList,
  UserView,
} from '#contracts/user.contract.js';

const LIST = '/api/users';

/** HTTP of Pengguna. Writing methods reject with `ProblemError`. */
@Injectable({ providedIn: 'root' })
export class UsersClient {
  private readonly http = inject(HttpClient);

  /** Everybody. Call in an injection context. */
  list() {
    return httpResource(() => LIST, { parse: (body) => UserList.parse(body) });
  }

  /** Devices that can be given. Call in an injection context. */
  devices() {
    return httpResource(() => '/api/devices', { parse: (body) => DeviceList.parse(body) });
  }

  /** Where somebody is logged in. Call in an injection context. */
  sessions(id: string) {
    return httpResource(() => `${LIST}/${id}/sessions`, {
      parse: (body) => SessionList.parse(body),
    });
  }

  async invite(invitation: UserInvitation): Promise<UserLink> {
    return UserLink.parse(await firstValueFrom(this.http.post(LIST, invitation)));
  }

  async change(id: string, access: UserAccess): Promise<UserView> {
    return UserView.parse(await firstValueFrom(this.http.put(`${LIST}/${id}`, access)));
  }

  /** A new invitation, or a link to choose another password. */
  async link(id: string): Promise<UserLink> {
    return UserLink.parse(await firstValueFrom(this.http.post(`${LIST}/${id}/link`, null)));
  }

  async disable(id: string): Promise<UserView> {
    return UserView.parse(await firstValueFrom(this.http.post(`${LIST}/${id}/disable`, null)));
  }

  async enable(id: string): Promise<UserView> {
    return UserView.parse(await firstValueFrom(this.http.post(`${LIST}/${id}/enable`, null)));
  }

  async removeSecondFactor(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${LIST}/${id}/second-factor`));
  }

  async endSession(id: string, sessionId: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${LIST}/${id}/sessions/${sessionId}`));
  }

  async endSessions(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${LIST}/${id}/sessions`));
  }
}
