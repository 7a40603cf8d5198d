import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from '../../src/platform/database/database.js';
import type { TestServer } from '../support/test-server.js';

/** Tables in which any column of any row holds the text. */
export async function tablesWith(server: TestServer, text: string): Promise<string[]> {
  const database = server.app.get(Database);
  const found: string[] = [];
  for (const { tableName } of database.dataSource.entityMetadatas) {
    const rows = await database.run(() =>
      database.manager.query<unknown[]>(`SELECT * FROM ${tableName}`),
    );
    if (JSON.stringify(rows).includes(text)) found.push(tableName);
  }
  return found;
}

/** Files of DATA_DIR that hold the text, deleted pages of a database and its log included. */
export function filesWith(dataDir: string, text: string): string[] {
  return readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => readFileSync(file).includes(text));
}
