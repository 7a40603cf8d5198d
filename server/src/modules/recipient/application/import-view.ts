import type { RecipientImportView } from '#contracts/recipient-import.contract.js';
import type { RecipientImport } from '../domain/recipient-import.js';

/** A list as the screen sees it. */
export function importView(list: RecipientImport): RecipientImportView {
  const { id, source, fileName, state, preview, columns, variableNames, counts, failure } = list;
  return {
    id,
    source,
    fileName,
    state,
    preview,
    columns,
    variableNames: [...variableNames],
    counts,
    failure,
    createdAt: new Date(list.createdAt).toISOString(),
  };
}
