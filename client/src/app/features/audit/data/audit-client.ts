import { HttpClient, type HttpResourceRef, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { AuditChoices, AuditPage, type AuditSelection } from '#contracts/audit.contract.js';

const BOOK = '/api/audit';

/** HTTP of the audit. */
@Injectable({ providedIn: 'root' })
export class AuditClient {
  private readonly http = inject(HttpClient);

  /** The newest entries of a selection. Call in an injection context. */
  first(selection: () => AuditSelection): HttpResourceRef<AuditPage | undefined> {
    return httpResource(() => ({ url: BOOK, params: paramsOf(selection()) }), {
      parse: (body) => AuditPage.parse(body),
    });
  }

  /** What there is to filter by. Call in an injection context. */
  choices(): HttpResourceRef<AuditChoices | undefined> {
    return httpResource(() => `${BOOK}/choices`, { parse: (body) => AuditChoices.parse(body) });
  }

  /** The page that begins at `cursor`. */
  async page(selection: AuditSelection, cursor: string): Promise<AuditPage> {
    const params = { ...paramsOf(selection), cursor };
    return AuditPage.parse(await firstValueFrom(this.http.get(BOOK, { params })));
  }
}

/** Address of the file with a selection. */
export function downloadUrl(selection: AuditSelection): string {
  const query = new URLSearchParams(paramsOf(selection)).toString();
  return `${BOOK}/entries.xlsx${query === '' ? '' : `?${query}`}`;
}

const paramsOf = (selection: AuditSelection): Record<string, string> => ({ ...selection });
