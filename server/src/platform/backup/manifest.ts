import * as z from 'zod';

/** Name of the first entry of a backup. */
export const MANIFEST = 'manifest.json';

/** Name of the database in a backup: always a SQLite file, whatever it came from. */
export const DATABASE = 'database.sqlite';

/** Folders of DATA_DIR that a backup has, and what their files may be called. */
export const FOLDERS = {
  attachments: /^[\da-f]{64}$/u,
  handovers: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u,
  sessions: /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[^\\\0]{1,500}$/u,
} as const;

/** One of {@link FOLDERS}. */
export type BackupFolder = keyof typeof FOLDERS;

const Sha256 = z.string().regex(/^[\da-f]{64}$/u);

const Digest = z.object({ rows: z.int(), checksum: Sha256 });
/** What a table holds: its rows, and a checksum that does not depend on their order. */
export type TableDigest = z.infer<typeof Digest>;

/** What a backup says of itself. */
export const Manifest = z.object({
  format: z.literal(1),
  product: z.literal('prima-whatsapp-broadcast'),
  createdAt: z.iso.datetime(),
  /** Kind of database that it was made of. */
  from: z.enum(['sqlite', 'mysql']),
  /** Migrations that had been run. */
  schema: z.array(z.string()),
  tables: z.record(z.string(), Digest),
  /** Everything else in the archive, by its name there. */
  files: z.record(z.string(), z.object({ size: z.int(), sha256: Sha256 })),
});
export type Manifest = z.infer<typeof Manifest>;
