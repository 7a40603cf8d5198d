import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { EmbedAccess } from '#contracts/embed.contract.js';
import { Session } from '../session/session.js';
import { SessionEnd } from '../session/session-end.js';
import { FrameAccess } from './frame-access.js';
import { HostChannel } from './host-channel.js';

/** So long before the access is over the dashboard is asked for a new token, in milliseconds. */
const AHEAD = 60_000;

/** It is asked again after so long. */
const AGAIN = 10_000;

/** Keeps the access of a frame alive for as long as the dashboard answers for its person. */
@Injectable({ providedIn: 'root' })
export class Renewals {
  private readonly http = inject(HttpClient);
  private readonly access = inject(FrameAccess);
  private readonly session = inject(Session);
  private readonly sessionEnd = inject(SessionEnd);
  private readonly channel = inject(HostChannel);
  private asking: ReturnType<typeof setTimeout> | undefined;
  private ending: ReturnType<typeof setTimeout> | undefined;
  private renewing = false;

  /** The access lasts `expiresIn` milliseconds from now. */
  schedule(expiresIn: number): void {
    this.stop();
    // An access of less than two minutes, since the host's own session ends, is asked about half-way.
    this.askAfter(Math.max(expiresIn - AHEAD, expiresIn / 2));
    this.ending = setTimeout(() => {
      this.sessionEnd.announce();
    }, expiresIn);
  }

  /** Changes a token of the dashboard for a new access. One that the server refuses changes nothing. */
  async renew(token: string): Promise<void> {
    if (this.renewing) return;
    this.renewing = true;
    try {
      const body = await firstValueFrom(this.http.post('/api/frame/renewal', { token }));
      const renewed = EmbedAccess.parse(body);
      this.access.use(renewed.token);
      this.session.adopt(renewed.me);
      this.schedule(renewed.expiresIn);
    } catch {
      // The server may be away for a moment: the dashboard is asked again until the access is over.
    } finally {
      this.renewing = false;
    }
  }

  /** Asks no more. */
  stop(): void {
    clearTimeout(this.asking);
    clearTimeout(this.ending);
  }

  private askAfter(delay: number): void {
    this.asking = setTimeout(() => {
      this.channel.send('wa:token-needed', {});
      this.askAfter(AGAIN);
    }, delay);
  }
}
