import type { SheetPreview } from '#contracts/recipient-import.contract.js';

/** A column of type `text` holds 65,535 bytes on MySQL; some are left for safety. */
const MOST_BYTES = 60_000;

/** What is kept of a preview, tried one after the other until it fits. Wide sheets keep less of each cell. */
const CUTS = [
  { characters: 200, rows: 20, samples: 5 },
  { characters: 60, rows: 12, samples: 3 },
  { characters: 24, rows: 8, samples: 2 },
  { characters: 8, rows: 6, samples: 1 },
  { characters: 3, rows: 6, samples: 1 },
] as const;

/** The preview cut down to what every supported database can hold in one value. */
export function storedPreview(preview: SheetPreview): SheetPreview {
  let cut = preview;
  for (const { characters, rows, samples } of CUTS) {
    const shorten = (text: string): string => text.slice(0, characters).replace(/\p{Cs}/gu, '');
    cut = {
      ...preview,
      columns: preview.columns.map((column) => ({
        ...column,
        header: shorten(column.header),
        samples: column.samples.slice(0, samples).map(shorten),
      })),
      firstRows: preview.firstRows.slice(0, rows).map((row) => row.map(shorten)),
    };
    if (Buffer.byteLength(JSON.stringify(cut)) <= MOST_BYTES) break;
  }
  return cut;
}
