import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import {
  type DoNotContactAdd,
  DoNotContactEntry,
  DoNotContactPage,
} from '#contracts/do-not-contact.contract.js';

const LIST = '/api/do-not-contact';

/** HTTP of the numbers that get no messages. Writing methods reject with `ProblemError`. */
@Injectable({ providedIn: 'root' })
export class DoNotContactClient {
  private readonly http = inject(HttpClient);

  /** The first page, or the one number that `search` asks for. Call in an injection context. */
  first(search: () => string): HttpResourceRef<DoNotContactPage | undefined> {
    return httpResource(
      () => (search() === '' ? { url: LIST } : { url: LIST, params: { search: search() } }),
      { parse: (body) => DoNotContactPage.parse(body) },
    );
  }

  /** The page that begins at `cursor`. */
  async page(cursor: string): Promise<DoNotContactPage> {
    const params = { cursor };
    return DoNotContactPage.parse(await firstValueFrom(this.http.get(LIST, { params })));
  }

  async add(number: DoNotContactAdd): Promise<DoNotContactEntry> {
    return DoNotContactEntry.parse(await firstValueFrom(this.http.post(LIST, number)));
  }

  async remove(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${LIST}/${id}`));
  }
}
