import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { SafeModeView } from '#contracts/safe-mode.contract.js';
import { LiveStream } from '../../core/live/live-stream.js';

/** What the frame asks of the server about safe mode. */
@Injectable({ providedIn: 'root' })
export class SafeModeClient {
  private readonly http = inject(HttpClient);
  private readonly live = inject(LiveStream);

  /** Whether it is on; read again whenever the stream was interrupted. Call in an injection context. */
  state() {
    const url = (): string => {
      this.live.resync();
      return '/api/safe-mode';
    };
    return httpResource(url, { parse: (body) => SafeModeView.parse(body) });
  }

  /** Releases the alarm that was read. @throws ProblemError */
  async release(id: string): Promise<SafeModeView> {
    return SafeModeView.parse(
      await firstValueFrom(this.http.post('/api/safe-mode/release', { id })),
    );
  }
}
