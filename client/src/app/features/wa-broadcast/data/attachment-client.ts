import { HttpClient, HttpEventType, HttpResponse, httpResource } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { type Observable, filter, map } from 'rxjs';
import { AttachmentLimits, AttachmentView } from '#contracts/attachment.contract.js';

const ATTACHMENTS = '/api/attachments';

/** How far an upload is: bytes of the request handed over, or what the server made of the file. */
export type UploadNews =
  | { readonly kind: 'progress'; readonly loaded: number; readonly total: number }
  | { readonly kind: 'done'; readonly attachment: AttachmentView };

/**
 * HTTP of files that go with a message. Provided by the route of the page that uploads them, with an
 * `HttpClient` that can tell progress: the one of the application, which uses fetch, cannot.
 */
@Injectable()
export class AttachmentClient {
  private readonly http = inject(HttpClient);

  /** The largest file of each kind. Call in an injection context. */
  limits() {
    return httpResource(() => `${ATTACHMENTS}/limits`, {
      parse: (body) => AttachmentLimits.parse(body),
    });
  }

  /** Hands over `file`; whoever unsubscribes calls it off. Errors are `ProblemError`s. */
  upload(file: File): Observable<UploadNews> {
    const body = new FormData();
    body.append('file', file, file.name);
    return this.http
      .post<unknown>(ATTACHMENTS, body, { reportUploadProgress: true, observe: 'events' })
      .pipe(
        map((event): UploadNews | null => {
          if (event instanceof HttpResponse) {
            return { kind: 'done', attachment: AttachmentView.parse(event.body) };
          }
          if (event.type !== HttpEventType.UploadProgress) return null;
          return { kind: 'progress', loaded: event.loaded, total: event.total ?? file.size };
        }),
        filter((news) => news !== null),
      );
  }
}

/** Address of the file itself, of our own origin: what images, players and links show. */
export function contentUrl(id: string): string {
  return `${ATTACHMENTS}/${id}/content`;
}
