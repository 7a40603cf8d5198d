import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { type SettingsChange, SettingsView } from '#contracts/settings.contract.js';
import { UserList } from '#contracts/user.contract.js';

const SETTINGS = '/api/settings';

/** HTTP of Pengaturan. `change` rejects with `ProblemError`. */
@Injectable({ providedIn: 'root' })
export class SettingsClient {
  private readonly http = inject(HttpClient);

  /** The policies as they are. Call in an injection context. */
  read() {
    return httpResource(() => SETTINGS, { parse: (body) => SettingsView.parse(body) });
  }

  /** Everybody, to see who could confirm. Call in an injection context. */
  users() {
    return httpResource(() => '/api/users', { parse: (body) => UserList.parse(body) });
  }

  async change(wish: SettingsChange): Promise<SettingsView> {
    return SettingsView.parse(await firstValueFrom(this.http.put(SETTINGS, wish)));
  }
}
