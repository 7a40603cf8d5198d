import { Injectable } from '@nestjs/common';
import type { ClientFolder } from './client-folder.js';

/** Where the client finds the code of a frame; see `core/embed` there. */
const ENTRY = 'prima-entry';

/** The page of the built client, for whoever answers it outside of its own address. */
@Injectable()
export class ClientPage {
  private folder: ClientFolder | null = null;

  /** Tells where the built client is. */
  of(folder: ClientFolder | null): void {
    this.folder = folder;
  }

  /**
   * The page with the code that its frame is entered with. Null when no client was built.
   *
   * @param entry letters, digits, - and _
   */
  read(nonce: string, entry: string): string | null {
    const page = this.folder?.page(nonce) ?? null;
    return page && page.replace('</head>', `<meta name="${ENTRY}" content="${entry}"></head>`);
  }
}
