import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import {
  type BroadcastCreate,
  type BroadcastFilter,
  BroadcastPage,
  BroadcastReview,
  type BroadcastUpdate,
  BroadcastView,
  SendEstimate,
  type SendEstimateQuery,
} from '#contracts/broadcast.contract.js';
import { type TestSendRequest, TestSendResult } from '#contracts/test-send.contract.js';
import { ResendResult } from '#contracts/recipient.contract.js';
import { idempotent } from '../../../core/http/idempotency-key.js';
import { queryParams } from './query-params.js';

/** What a list of broadcasts may be narrowed down by; fields that are left out do not narrow. */
export type BroadcastQuery = Partial<BroadcastFilter>;

/** Steps of a sending that a person decides about. */
export type RunStep = 'pause' | 'resume' | 'cancel';

/** HTTP of messages: what they say, their Konfirmasi, and sending them. All reject with `ProblemError`. */
@Injectable({ providedIn: 'root' })
export class BroadcastClient {
  private readonly http = inject(HttpClient);

  /** The first page of what `query` asks for; read again whenever `query` changes. */
  list(query: () => BroadcastQuery): HttpResourceRef<BroadcastPage | undefined> {
    return httpResource(() => ({ url: '/api/broadcasts', params: queryParams(query()) }), {
      parse: (body) => BroadcastPage.parse(body),
    });
  }

  /** The page of `query` that begins at its cursor. */
  async page(query: BroadcastQuery): Promise<BroadcastPage> {
    const params = queryParams(query);
    return BroadcastPage.parse(await firstValueFrom(this.http.get('/api/broadcasts', { params })));
  }

  /** One message; nothing is asked while `id` says undefined. */
  one(id: () => string | undefined): HttpResourceRef<BroadcastView | undefined> {
    return httpResource(() => addressOf(id()), { parse: (body) => BroadcastView.parse(body) });
  }

  /** One message, once. */
  async find(id: string): Promise<BroadcastView> {
    return BroadcastView.parse(await firstValueFrom(this.http.get(`/api/broadcasts/${id}`)));
  }

  /** What a person checks before Konfirmasi and Kirim; nothing is asked while `id` says undefined. */
  review(id: () => string | undefined): HttpResourceRef<BroadcastReview | undefined> {
    return httpResource(
      () => {
        const address = addressOf(id());
        return address && `${address}/review`;
      },
      { parse: (body) => BroadcastReview.parse(body) },
    );
  }

  /** How long sending to so many would take; nothing is asked while `order` says undefined. */
  estimate(order: () => SendEstimateQuery | undefined): HttpResourceRef<SendEstimate | undefined> {
    return httpResource(
      () => {
        const asked = order();
        return asked && { url: '/api/send-estimates', params: queryParams(asked) };
      },
      { parse: (body) => SendEstimate.parse(body) },
    );
  }

  /** Saves a new draft. */
  async create(broadcast: BroadcastCreate): Promise<BroadcastView> {
    return BroadcastView.parse(await firstValueFrom(this.http.post('/api/broadcasts', broadcast)));
  }

  /** Saves an edited draft, unless somebody else saved another revision in between. */
  async update(id: string, broadcast: BroadcastUpdate): Promise<BroadcastView> {
    return BroadcastView.parse(
      await firstValueFrom(this.http.put(`/api/broadcasts/${id}`, broadcast)),
    );
  }

  /** Hapus Pesan, its recipients included. */
  async remove(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/broadcasts/${id}`));
  }

  /** Konfirmasi of exactly `revision`. */
  async confirm(id: string, revision: number): Promise<void> {
    await firstValueFrom(this.http.post(`/api/broadcasts/${id}/confirm`, { revision }));
  }

  /** Kirim Pesan. Sent again with the same `key`, it counts once. */
  async send(id: string, key: string): Promise<void> {
    await firstValueFrom(
      this.http.post(`/api/broadcasts/${id}/send`, null, { headers: idempotent(key) }),
    );
  }

  /** Jeda, Lanjutkan or Batalkan. */
  async step(id: string, step: RunStep): Promise<void> {
    await firstValueFrom(this.http.post(`/api/broadcasts/${id}/${step}`, null));
  }

  /** Kirim ulang yang gagal: puts every failed recipient back into the queue. */
  async resendFailed(id: string): Promise<ResendResult> {
    return ResendResult.parse(
      await firstValueFrom(this.http.post(`/api/broadcasts/${id}/resend-failed`, null)),
    );
  }

  /** Kirim tes: one message to one number, outside of any list. */
  async sendTest(request: TestSendRequest): Promise<TestSendResult> {
    return TestSendResult.parse(await firstValueFrom(this.http.post('/api/test-sends', request)));
  }
}

/** Address of the results of a broadcast as an .xlsx file. */
export function resultsUrl(id: string): string {
  return `/api/broadcasts/${id}/results.xlsx`;
}

function addressOf(id: string | undefined): string | undefined {
  return id === undefined ? undefined : `/api/broadcasts/${id}`;
}
