import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import {
  DeviceLink,
  DeviceList,
  DeviceRemoval,
  DeviceView,
  EngineList,
  PhoneReading,
  SentToday,
  UnlinkImpact,
} from '#contracts/device.contract.js';
import type { DeviceCreate, LinkMethod } from '#contracts/device.contract.js';
import { LiveStream } from '../../../core/live/live-stream.js';

/** What WA Connected asks of the server. Writing methods reject with `ProblemError`. */
@Injectable({ providedIn: 'root' })
export class DeviceClient {
  private readonly http = inject(HttpClient);
  private readonly live = inject(LiveStream);

  /** All devices; read again whenever the stream was interrupted. Call in an injection context. */
  list() {
    return httpResource(() => this.fresh('/api/devices'), {
      parse: (body) => DeviceList.parse(body),
    });
  }

  /** Messages that each device sent today; as {@link list}. */
  sentToday() {
    return httpResource(() => this.fresh('/api/devices/sent-today'), {
      parse: (body) => SentToday.parse(body),
    });
  }

  /** Kinds of connections that this installation offers. */
  engines() {
    return httpResource(() => '/api/devices/engines', { parse: (body) => EngineList.parse(body) });
  }

  /** How linking of a device stands; as {@link list}. */
  link(id: () => string) {
    return httpResource(() => this.fresh(`/api/devices/${id()}/link`), {
      parse: (body) => DeviceLink.parse(body),
    });
  }

  /** How the server reads a number that was typed so far; nothing is asked while it is too short. */
  phoneReading(phone: () => string) {
    return httpResource(
      () => {
        const typed = phone().trim();
        if (typed.length < MIN_TYPED) return undefined;
        return { url: '/api/devices/phone-reading', params: { phone: typed } };
      },
      { parse: (body) => PhoneReading.parse(body) },
    );
  }

  async add(device: DeviceCreate): Promise<DeviceView> {
    return DeviceView.parse(await firstValueFrom(this.http.post('/api/devices', device)));
  }

  /** Asks for codes to scan or to type; they arrive on the live stream. */
  async startLinking(id: string, method: LinkMethod): Promise<DeviceLink> {
    const url = `/api/devices/${id}/link`;
    return DeviceLink.parse(await firstValueFrom(this.http.post(url, { method })));
  }

  async stopLinking(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/devices/${id}/link`));
  }

  /** Scans the code in place of a phone: practice devices only. */
  async simulateScan(id: string): Promise<DeviceLink> {
    const url = `/api/devices/${id}/link/simulated-scan`;
    return DeviceLink.parse(await firstValueFrom(this.http.post(url, {})));
  }

  /** Which broadcasts Hapus Koneksi would pause. */
  async unlinkImpact(id: string): Promise<UnlinkImpact> {
    const answer = await firstValueFrom(this.http.get(`/api/devices/${id}/unlink-impact`));
    return UnlinkImpact.parse(answer);
  }

  async remove(id: string): Promise<DeviceRemoval> {
    return DeviceRemoval.parse(await firstValueFrom(this.http.delete(`/api/devices/${id}`)));
  }

  private fresh(url: string): string {
    this.live.resync();
    return url;
  }
}

/** Fewer characters than this are not worth a question. */
const MIN_TYPED = 5;
