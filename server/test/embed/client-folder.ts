import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder with a page, where a built client would be. */
export function someClientFolder(): { readonly dir: string; readonly remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'prima-client-'));
  const page =
    '<html><head><title>x</title></head><body><script src="/a.js"></script></body></html>';
  writeFileSync(join(dir, 'index.html'), page);
  return {
    dir,
    remove: () => {
      rmSync(dir, { recursive: true });
    },
  };
}
