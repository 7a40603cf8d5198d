import { HttpClient } from '@angular/common/http';
import { DOCUMENT, Directive, booleanAttribute, inject, input } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { FrameAccess } from '../../core/embed/frame-access.js';
import { Notifier } from '../feedback/notifier.js';

/** How long the browser may take to begin saving, in milliseconds. */
const KEPT = 60_000;

/**
 * A link that saves a file of ours. In a tab of its own the browser follows it; in a frame, where no cookie
 * speaks for the person, and where the person may be asked first who they are, the file is fetched and saved
 * from memory.
 */
@Directive({
  selector: 'a[primaDownload]',
  host: { download: '', '[href]': 'primaDownload()', '(click)': 'save($event)' },
})
export class DownloadLink {
  /** Address of the file. */
  readonly primaDownload = input.required<string>();
  /** Whether the server may want a fresh proof before it gives the file. */
  readonly primaDownloadProof = input(false, { transform: booleanAttribute });
  private readonly http = inject(HttpClient);
  private readonly access = inject(FrameAccess);
  private readonly notifier = inject(Notifier);
  private readonly document = inject(DOCUMENT);

  protected save(event: Event): void {
    if (!this.access.isFramed && !this.primaDownloadProof()) return;
    event.preventDefault();
    this.fetchAndSave().catch((error: unknown) => {
      this.notifier.problem(error);
    });
  }

  private async fetchAndSave(): Promise<void> {
    const url = this.primaDownload();
    const answer = await firstValueFrom(
      this.http.get(url, { responseType: 'blob', observe: 'response' }),
    );
    if (!answer.body) return;
    const saved = URL.createObjectURL(answer.body);
    const link = this.document.createElement('a');
    link.href = saved;
    link.download = fileNameOf(answer.headers.get('Content-Disposition')) ?? lastPart(url);
    link.click();
    setTimeout(() => {
      URL.revokeObjectURL(saved);
    }, KEPT);
  }
}

/** The name that the server gives the file (RFC 6266); null: none. */
export function fileNameOf(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/iu.exec(disposition ?? '')?.[1];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/iu.exec(disposition ?? '')?.[1] ?? null;
}

const lastPart = (url: string): string => url.split('/').at(-1) ?? '';
