import type { ImportCounts, ImportState } from '#contracts/recipient-import.contract.js';
import type { Onlooker } from '../../../../platform/kernel/actor.js';
import type { RecipientImport } from '../../domain/recipient-import.js';

/** What a step of an import changes beside its state. */
export type ImportChange = Partial<
  Pick<RecipientImport, 'storedName' | 'preview' | 'columns' | 'variableNames' | 'failure'>
>;

/** Lists of recipients, without their rows. Lists that were given up do not exist here. */
export abstract class RecipientImports {
  abstract add(list: RecipientImport): Promise<void>;

  /** The list, or null when there is none or it was given up. */
  abstract find(id: string): Promise<RecipientImport | null>;

  /** The same, if it is there for `onlooker`: their own, or one that a broadcast of their devices has. */
  abstract findFor(id: string, onlooker: Onlooker): Promise<RecipientImport | null>;

  /** Those of `ids` that exist. */
  abstract findMany(ids: readonly string[]): Promise<RecipientImport[]>;

  /**
   * Moves the list from one state to the next. False when it is no longer in `from` or was given up:
   * then nothing was changed.
   */
  abstract move(
    id: string,
    from: ImportState,
    to: ImportState,
    change?: ImportChange,
  ): Promise<boolean>;

  /** Adds to the counters of a list that is being read. False when it no longer is. */
  abstract count(id: string, read: ImportCounts): Promise<boolean>;

  /**
   * Gives a ready list to a broadcast. False when it is not ready, was given up, or belongs to a
   * broadcast already.
   */
  abstract take(id: string, broadcastId: string): Promise<boolean>;

  /** Changes the number of recipients of a list that a person edits, and how many of them opted out. */
  abstract addRecipients(id: string, by: number, optedOut: number): Promise<void>;

  /** Gives the list up: from now on it does not exist here. False when it did not. */
  abstract discard(id: string, at: number): Promise<boolean>;
}
