import * as z from 'zod/mini';
import { Id, Instant, PageQuery, pageOf } from './common.contract.js';
import { Variables } from './recipient.contract.js';

/** Where a list of recipients came from. */
export const ImportSource = z
  .enum(['freetext', 'excel'])
  .register(z.globalRegistry, { id: 'ImportSource' });
export type ImportSource = z.infer<typeof ImportSource>;

/**
 * `inspecting` the file is looked into; `choosing-columns` waits for a person; `reading` rows are
 * read and stored; `ready` can be used by a broadcast; `failed` could not be read, see `failure`.
 */
export const ImportState = z
  .enum(['inspecting', 'choosing-columns', 'reading', 'ready', 'failed'])
  .register(z.globalRegistry, { id: 'ImportState' });
export type ImportState = z.infer<typeof ImportState>;

/**
 * accepted + rejected + duplicates = rows. `optedOut` of the accepted ones are on the do-not-contact
 * list: they become recipients who are skipped.
 */
export const ImportCounts = z
  .object({
    rows: z.int(),
    accepted: z.int(),
    rejected: z.int(),
    duplicates: z.int(),
    optedOut: z.int(),
  })
  .register(z.globalRegistry, { id: 'ImportCounts' });
export type ImportCounts = z.infer<typeof ImportCounts>;

/** One column of a sheet: its place (from 0), its heading and a few of its values. */
export const SheetColumn = z
  .object({ index: z.int(), header: z.string(), samples: z.array(z.string()) })
  .register(z.globalRegistry, { id: 'SheetColumn' });
export type SheetColumn = z.infer<typeof SheetColumn>;

/** What was found in the file, so that a person can say which column is which. */
export const SheetPreview = z
  .object({
    format: z.enum(['xlsx', 'csv']),
    sheetName: z.nullable(z.string()),
    /** Row (from 1) that holds the headers; null when none was recognised. */
    headerRow: z.nullable(z.int()),
    columns: z.array(SheetColumn),
    suggestion: z.object({ phone: z.nullable(z.int()), name: z.nullable(z.int()) }),
    firstRows: z.array(z.array(z.string())),
  })
  .register(z.globalRegistry, { id: 'SheetPreview' });
export type SheetPreview = z.infer<typeof SheetPreview>;

/** Which column is which. `headerRow` null: the first row already holds a recipient. */
export const ColumnChoice = z
  .object({
    headerRow: z.nullable(z.int().check(z.minimum(1))),
    phone: z.int().check(z.minimum(0)),
    name: z.nullable(z.int().check(z.minimum(0))),
  })
  .register(z.globalRegistry, { id: 'ColumnChoice' });
export type ColumnChoice = z.infer<typeof ColumnChoice>;

/**
 * Freetext as typed or pasted: one recipient a line. The server reads it at once, while it is typed: so
 * many characters (10,000 lines with names) take it a tenth of a second. Longer lists are uploaded.
 */
export const FreetextImport = z
  .object({ text: z.string().check(z.maxLength(200_000)) })
  .register(z.globalRegistry, { id: 'FreetextImport' });
export type FreetextImport = z.infer<typeof FreetextImport>;

/** One row that did not become a recipient, with its place, its value and why. */
export const ImportIssue = z
  .object({
    id: z.int(),
    kind: z.enum(['rejected', 'duplicate']),
    rowNumber: z.int(),
    value: z.string(),
    name: z.nullable(z.string()),
    reason: z.string(),
    /** Values that the sentence of `reason` names, e.g. `firstRow` of a duplicate. */
    params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  })
  .register(z.globalRegistry, { id: 'ImportIssue' });
export type ImportIssue = z.infer<typeof ImportIssue>;

/** One page of rows that did not become recipients. */
export const ImportIssuePage = pageOf(ImportIssue, 'ImportIssuePage');
export type ImportIssuePage = z.infer<typeof ImportIssuePage>;
/** Query of those rows: the rejected ones or the duplicates. */
export const ImportIssueFilter = z
  .extend(PageQuery, {
    kind: z.enum(['rejected', 'duplicate']),
  })
  .register(z.globalRegistry, { id: 'ImportIssueFilter' });
export type ImportIssueFilter = z.infer<typeof ImportIssueFilter>;

/** One list of recipients and how far reading it has come. */
export const RecipientImportView = z
  .object({
    id: Id,
    source: ImportSource,
    fileName: z.nullable(z.string()),
    state: ImportState,
    preview: z.nullable(SheetPreview),
    columns: z.nullable(ColumnChoice),
    /** Names of the variables that the rows carry, without `nomor` and `nama`. */
    variableNames: z.array(z.string()),
    counts: ImportCounts,
    failure: z.nullable(
      z.object({
        code: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
      }),
    ),
    createdAt: Instant,
  })
  .register(z.globalRegistry, { id: 'RecipientImportView' });
export type RecipientImportView = z.infer<typeof RecipientImportView>;

/** Live reading of freetext while it is typed; nothing is stored. */
export const FreetextReading = z
  .object({
    counts: ImportCounts,
    variableNames: z.array(z.string()),
    /** The first accepted rows, for the preview of the message. */
    sample: z.array(
      z.object({ phone: z.string(), name: z.nullable(z.string()), variables: Variables }),
    ),
    /** The first rejected and duplicate lines (at most 50). */
    issues: z.array(ImportIssue),
  })
  .register(z.globalRegistry, { id: 'FreetextReading' });
export type FreetextReading = z.infer<typeof FreetextReading>;
