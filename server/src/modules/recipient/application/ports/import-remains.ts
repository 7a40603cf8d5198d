/** What crashes, second thoughts and Hapus Pesan leave behind, for the one who tidies up. */
export abstract class ImportRemains {
  /** Lists that some process was looking into or reading. */
  abstract unfinished(): Promise<string[]>;

  /** Gives up every list made before `before` that no broadcast took. */
  abstract discardUnattached(before: number, at: number): Promise<void>;

  /** Lists that were given up. */
  abstract discarded(): Promise<string[]>;

  /** Names of uploaded files that are still needed. */
  abstract storedNames(): Promise<string[]>;

  /** Deletes at most `limit` rows of the list: recipients and issues. Answers how many they were. */
  abstract deleteRows(importId: string, limit: number): Promise<number>;

  /** Deletes what a list says of its file and of single rows; its counts stay. */
  abstract purge(importId: string): Promise<void>;

  /** Deletes a list that was given up and has no rows any more. */
  abstract deleteList(importId: string): Promise<void>;
}
