import type {
  ImportCounts,
  ImportSource,
  ImportState,
  RecipientImportView,
  SheetPreview,
} from '#contracts/recipient-import.contract.js';
import type { ColumnChoice } from './sheet-layout.js';

/** Why a list could not be read. */
export type ImportFailure = NonNullable<RecipientImportView['failure']>;

/** One list of recipients and the report of how it was read. */
export interface RecipientImport {
  readonly id: string;
  readonly source: ImportSource;
  /** Name as the person's computer had it: shown, never used as a path. */
  readonly fileName: string | null;
  /** Random name of the uploaded file; null once it was read and deleted. */
  readonly storedName: string | null;
  readonly state: ImportState;
  readonly preview: SheetPreview | null;
  readonly columns: ColumnChoice | null;
  readonly variableNames: readonly string[];
  readonly counts: ImportCounts;
  /** Recipients now: the accepted ones less those that a person removed. */
  readonly recipientCount: number;
  readonly failure: ImportFailure | null;
  /** The broadcast that took the list; null while it is only being prepared. */
  readonly broadcastId: string | null;
  readonly createdAt: number;
  /** Id of the person. */
  readonly createdBy: string;
}

/** States in which a process of ours works on the list: found at boot, they were interrupted. */
export const UNFINISHED_STATES = ['inspecting', 'reading'] as const satisfies ImportState[];

/** A list that no broadcast took after this long is given up, in milliseconds. */
export const UNATTACHED_LIFETIME = 24 * 60 * 60 * 1000;

/** Most characters of a file name that are kept. */
const MAX_FILE_NAME = 255;

const NOTHING_READ = {
  preview: null,
  columns: null,
  variableNames: [],
  counts: { rows: 0, accepted: 0, rejected: 0, duplicates: 0, optedOut: 0 },
  recipientCount: 0,
  failure: null,
  broadcastId: null,
} satisfies Partial<RecipientImport>;

/** Who starts an import, and when (milliseconds since the epoch). */
export interface ImportStart {
  readonly id: string;
  readonly createdBy: string;
  readonly createdAt: number;
}

/** A list whose file was just uploaded. */
export function uploadedImport(
  start: ImportStart,
  file: { readonly fileName: string; readonly storedName: string },
): RecipientImport {
  const fileName = file.fileName.slice(0, MAX_FILE_NAME).replace(/\p{Cs}/gu, '');
  const { storedName } = file;
  return { ...start, ...NOTHING_READ, source: 'excel', state: 'inspecting', fileName, storedName };
}

/** A list that was typed or pasted: there is no file and nothing to choose. */
export function freetextImport(
  start: ImportStart,
  variableNames: readonly string[],
): RecipientImport {
  return {
    ...start,
    ...NOTHING_READ,
    source: 'freetext',
    state: 'reading',
    fileName: null,
    storedName: null,
    variableNames,
  };
}
