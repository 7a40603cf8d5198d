import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { DeviceList } from '#contracts/device.contract.js';
import {
  type EmbedHostWish,
  EmbedKeyCreated,
  type EmbedKeyWish,
  EmbedSessionsEnded,
  EmbedSettings,
} from '#contracts/embed.contract.js';

const EMBEDDING = '/api/embedding';
const HOSTS = `${EMBEDDING}/hosts`;

/** HTTP of dashboards and their keys. Writing methods reject with `ProblemError`. */
@Injectable({ providedIn: 'root' })
export class EmbeddingClient {
  private readonly http = inject(HttpClient);

  /** Everything that the page shows. Call in an injection context. */
  settings(): HttpResourceRef<EmbedSettings | undefined> {
    return httpResource(() => EMBEDDING, { parse: (body) => EmbedSettings.parse(body) });
  }

  /** Devices to choose from. Call in an injection context. */
  devices() {
    return httpResource(() => '/api/devices', { parse: (body) => DeviceList.parse(body) });
  }

  /** Adds a dashboard, or changes the one of `id`. */
  async save(id: string | null, wish: EmbedHostWish): Promise<void> {
    await firstValueFrom(
      id === null ? this.http.post(HOSTS, wish) : this.http.put(`${HOSTS}/${id}`, wish),
    );
  }

  async remove(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${HOSTS}/${id}`));
  }

  /** Ends everything that is open through it; answers how much that was. */
  async endSessions(id: string): Promise<number> {
    const body = await firstValueFrom(this.http.delete(`${HOSTS}/${id}/sessions`));
    return EmbedSessionsEnded.parse(body).ended;
  }

  async addKey(id: string, wish: EmbedKeyWish): Promise<EmbedKeyCreated> {
    return EmbedKeyCreated.parse(await firstValueFrom(this.http.post(`${HOSTS}/${id}/keys`, wish)));
  }

  async retireKey(id: string, kid: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${HOSTS}/${id}/keys/${kid}`));
  }
}
