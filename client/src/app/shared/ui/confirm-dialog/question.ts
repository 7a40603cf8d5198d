/** A decision to ask for; all sentences in the language of the moment. */
export interface Question {
  readonly title: string;
  /** Paragraphs that say what will happen. */
  readonly text: readonly string[];
  readonly yes: string;
  /** Null for news that is only to be read and closed. */
  readonly no: string | null;
  /** Colour of `yes`: red where something is lost. */
  readonly tone: 'blue' | 'red';
}
