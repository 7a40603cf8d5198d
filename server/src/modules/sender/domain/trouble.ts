/**
 * So many messages in a row that WhatsApp did not accept stop a run: they rather say something about
 * the account or the connection than about the numbers, and going on would make every further
 * recipient a case for a person. Judged, not measured; one that is accepted starts the count anew.
 */
export const TROUBLE_LIMIT = 5;

/** The count after one more message. */
export const countTrouble = (count: number, accepted: boolean): number =>
  accepted ? 0 : count + 1;
