/**
 * A person whom a host sends. Who they are is `issuer` and `subject` and nothing else: a name or an address
 * that an account here has as well makes no account of theirs (OWASP ASVS 5.0, 6.8.1).
 */
export interface FramedPerson {
  readonly id: string;
  readonly issuer: string;
  readonly subject: string;
  /** As the host last called them. */
  readonly name: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
}

/** Room for a name beside the name of a host, where history keeps both. */
const LONGEST_NAME = 65;

/** How history and audit name them: never to be taken for a colleague with an account here. */
export const writtenName = (name: string, host: string): string =>
  `${[...name].length > LONGEST_NAME ? `${[...name].slice(0, LONGEST_NAME - 1).join('')}…` : name} (${host})`;
