import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import {
  type ColumnChoice,
  FreetextReading,
  type ImportIssueFilter,
  ImportIssuePage,
  RecipientImportView,
} from '#contracts/recipient-import.contract.js';
import { RecipientPage } from '#contracts/recipient.contract.js';
import { queryParams } from './query-params.js';

const IMPORTS = '/api/recipient-imports';

/** Address of the example file: 50 fictional patients, some rows wrong on purpose. */
export const TEMPLATE_URL = `${IMPORTS}/template.xlsx`;

/** HTTP of lists of recipients before they belong to a message. All reject with `ProblemError`. */
@Injectable({ providedIn: 'root' })
export class ImportClient {
  private readonly http = inject(HttpClient);

  /** Hands over a file; the server looks into it and says by `import-changed` how it stands. */
  async upload(file: File): Promise<RecipientImportView> {
    const body = new FormData();
    body.append('file', file, file.name);
    return RecipientImportView.parse(await firstValueFrom(this.http.post(IMPORTS, body)));
  }

  /** Says which column is which; the rows are read then. */
  async chooseColumns(id: string, choice: ColumnChoice): Promise<RecipientImportView> {
    const url = `${IMPORTS}/${id}/columns`;
    return RecipientImportView.parse(await firstValueFrom(this.http.post(url, choice)));
  }

  /** Stores typed or pasted recipients as a list. */
  async importFreetext(text: string): Promise<RecipientImportView> {
    const url = `${IMPORTS}/freetext`;
    return RecipientImportView.parse(await firstValueFrom(this.http.post(url, { text })));
  }

  /** What the server makes of freetext; stores nothing. */
  async readFreetext(text: string): Promise<FreetextReading> {
    const url = `${IMPORTS}/freetext-reading`;
    return FreetextReading.parse(await firstValueFrom(this.http.post(url, { text })));
  }

  /** How a list stands. */
  async find(id: string): Promise<RecipientImportView> {
    return RecipientImportView.parse(await firstValueFrom(this.http.get(`${IMPORTS}/${id}`)));
  }

  /** A page of the rows that became recipients. */
  async recipients(id: string, cursor?: string): Promise<RecipientPage> {
    const params = queryParams({ cursor });
    const url = `${IMPORTS}/${id}/recipients`;
    return RecipientPage.parse(await firstValueFrom(this.http.get(url, { params })));
  }

  /** A page of the rows that did not, of one kind. */
  async issues(id: string, filter: Partial<ImportIssueFilter>): Promise<ImportIssuePage> {
    const params = queryParams(filter);
    const url = `${IMPORTS}/${id}/issues`;
    return ImportIssuePage.parse(await firstValueFrom(this.http.get(url, { params })));
  }
}

/** Address of the rejected rows of a list as an .xlsx file, to correct and upload again. */
export function rejectedRowsUrl(id: string): string {
  return `${IMPORTS}/${id}/rejected.xlsx`;
}
