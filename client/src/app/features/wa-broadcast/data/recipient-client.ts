import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { BroadcastView } from '#contracts/broadcast.contract.js';
import {
  type RecipientDecision,
  type RecipientFilter,
  RecipientPage,
  type RecipientUpdate,
} from '#contracts/recipient.contract.js';
import { queryParams } from './query-params.js';

/** What a list of recipients may be narrowed down by; fields that are left out do not narrow. */
export type RecipientQuery = Partial<RecipientFilter>;

/** HTTP of the recipients of a message. All reject with `ProblemError`. */
@Injectable({ providedIn: 'root' })
export class RecipientClient {
  private readonly http = inject(HttpClient);

  /** The page of what `query` asks for, of a message; nothing is asked while its id is undefined. */
  list(
    broadcastId: () => string | undefined,
    query: () => RecipientQuery,
  ): HttpResourceRef<RecipientPage | undefined> {
    return httpResource(
      () => {
        const id = broadcastId();
        if (id === undefined) return undefined;
        return { url: `/api/broadcasts/${id}/recipients`, params: queryParams(query()) };
      },
      { parse: (body) => RecipientPage.parse(body) },
    );
  }

  /** Corrects one recipient of a draft; answers the message with its new revision. */
  async correct(broadcastId: string, id: number, change: RecipientUpdate): Promise<BroadcastView> {
    const url = `/api/broadcasts/${broadcastId}/recipients/${id}`;
    return BroadcastView.parse(await firstValueFrom(this.http.patch(url, change)));
  }

  /** Takes one recipient out of a draft; answers the message with its new revision. */
  async remove(broadcastId: string, id: number): Promise<BroadcastView> {
    const url = `/api/broadcasts/${broadcastId}/recipients/${id}`;
    return BroadcastView.parse(await firstValueFrom(this.http.delete(url)));
  }

  /** A person's decision about a recipient that is failed or uncertain. */
  async decide(id: number, kind: RecipientDecision['kind']): Promise<void> {
    await firstValueFrom(this.http.post(`/api/recipients/${id}/decision`, { kind }));
  }
}
