/** Each of these alone says: no more messages. BERHENTI is what messages ask people to answer. */
const WORDS: ReadonlySet<string> = new Set(['berhenti', 'stop']);

/** What polite people put around the word. It changes nothing about what they ask for. */
const COURTESY: ReadonlySet<string> = new Set([
  ...['tolong', 'mohon', 'please', 'ya', 'yaa', 'aja', 'saja'],
  ...['pak', 'bapak', 'bu', 'ibu', 'kak', 'min', 'admin', 'dok', 'dokter'],
  ...['terima', 'kasih', 'terimakasih', 'makasih', 'trims', 'thanks'],
]);

/** Longer answers are sentences about something else. UTF-16 units. */
const LONGEST = 80;

/** Everything but letters and digits: spaces, punctuation, WhatsApp's marks, emoji, invisible signs. */
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u;

/**
 * Whether an answer asks for no more messages: BERHENTI or STOP, in any case, with any spaces and
 * punctuation around it, repeated, or with a polite word beside it ("Tolong berhenti ya, Bu").
 * Any other word makes it a sentence for a person ("Kapan saya berhenti minum obat?"): a patient who
 * only asked something must not lose the reminders of the hospital.
 */
export function isOptOut(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST) return false;
  // NFKC: full-width and styled letters of some keyboards are the same words.
  const words = trimmed.normalize('NFKC').toLowerCase().split(BETWEEN_WORDS).filter(Boolean);
  return (
    words.some((word) => WORDS.has(word)) &&
    words.every((word) => WORDS.has(word) || COURTESY.has(word))
  );
}
