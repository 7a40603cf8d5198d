import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { BroadcastSummary, PracticeTourResult } from '#contracts/broadcast.contract.js';
import { DeviceList, EngineList } from '#contracts/device.contract.js';
import { LiveStream } from '../../../core/live/live-stream.js';

/** What the landing page asks of the server. */
@Injectable({ providedIn: 'root' })
export class OverviewClient {
  private readonly http = inject(HttpClient);
  private readonly live = inject(LiveStream);

  /** All devices; read again whenever the stream was interrupted. Call in an injection context. */
  devices() {
    return httpResource(() => this.fresh('/api/devices'), {
      parse: (body) => DeviceList.parse(body),
    });
  }

  /** Number of broadcasts by status; as {@link devices}. */
  summary() {
    return httpResource(() => this.fresh('/api/broadcasts/summary'), {
      parse: (body) => BroadcastSummary.parse(body),
    });
  }

  /** Kinds of connections that this installation offers; not asked while `wanted` says no. */
  engines(wanted: () => boolean) {
    return httpResource(() => (wanted() ? '/api/devices/engines' : undefined), {
      parse: (body) => EngineList.parse(body),
    });
  }

  /** Makes the practice device, its message and recipients; the id of the message. @throws ProblemError */
  async startPracticeTour(): Promise<string> {
    const answer = await firstValueFrom(this.http.post('/api/practice-tour', null));
    return PracticeTourResult.parse(answer).broadcastId;
  }

  private fresh(url: string): string {
    this.live.resync();
    return url;
  }
}
