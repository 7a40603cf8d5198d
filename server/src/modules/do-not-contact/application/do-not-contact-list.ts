/** A recipient's wish for no more messages. */
export interface OptOut {
  /** Their number (E.164). */
  readonly phone: string;
  /** Id of the message in which they said so. */
  readonly messageId: string;
  /** When they wrote it, in milliseconds since the epoch. */
  readonly at: number;
  readonly device: { readonly id: string; readonly name: string };
}

/** What other modules may ask of the list. Every call runs in the caller's unit of work. */
export abstract class DoNotContactList {
  /** Those of `phones` (E.164) that must not be sent to, as it was last committed. */
  abstract listed(phones: readonly string[]): Promise<ReadonlySet<string>>;

  /** The same for one number. */
  abstract has(phone: string): Promise<boolean>;

  /** What the column `fingerprint` of the table `do_not_contact` holds for a number that is on the list. */
  abstract fingerprintOf(phone: string): string;

  /**
   * Puts a recipient on the list who asked for it, and writes it into the book. The same wish told again
   * changes nothing, also when an administrator has taken the number off the list since.
   */
  abstract optOut(wish: OptOut): Promise<void>;
}

/** A number came onto the list. Told after the commit, in the process that added it. */
export class NumberListed {
  constructor(readonly phone: string) {}
}
