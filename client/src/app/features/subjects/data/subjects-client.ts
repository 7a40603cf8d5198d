import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { SubjectErased, SubjectView } from '#contracts/subject.contract.js';

/** HTTP of the data about one person. The number goes in the body. All reject with `ProblemError`. */
@Injectable({ providedIn: 'root' })
export class SubjectsClient {
  private readonly http = inject(HttpClient);

  async find(phone: string): Promise<SubjectView> {
    return SubjectView.parse(
      await firstValueFrom(this.http.post('/api/subjects/search', { phone })),
    );
  }

  /** The file for the person. */
  async workbook(phone: string): Promise<Blob> {
    const options = { responseType: 'blob' } as const;
    return firstValueFrom(this.http.post('/api/subjects/export.xlsx', { phone }, options));
  }

  async erase(phone: string): Promise<SubjectErased> {
    return SubjectErased.parse(
      await firstValueFrom(this.http.post('/api/subjects/erase', { phone })),
    );
  }
}
