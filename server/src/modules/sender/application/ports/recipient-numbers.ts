/** Who wrote to a device, as far as the engine knows. */
export interface Writer {
  /** E.164; null when WhatsApp hides the number. */
  readonly phone: string | null;
  /** As an attempt has it; null when only the number is known. */
  readonly address: string | null;
}

/** A recipient who waits, and whose lane would send to them. */
export interface WaitingNumber {
  readonly recipientId: number;
  readonly deviceId: string;
}

/** Recipients by their number, across all broadcasts. Every call runs in the caller's unit of work. */
export abstract class RecipientNumbers {
  /**
   * Numbers (E.164) of the writer, as far as a message was handed over to them: empty for a stranger.
   * More than one when WhatsApp resolved several numbers to the writer's address.
   */
  abstract reached(writer: Writer): Promise<string[]>;

  /** Who waits with that number in a broadcast that is sending or paused. */
  abstract waiting(phone: string): Promise<WaitingNumber[]>;
}
