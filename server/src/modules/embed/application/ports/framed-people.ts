import type { FramedPerson } from '../../domain/framed-person.js';

/** People whom hosts send. Every call runs in the caller's unit of work. */
export abstract class FramedPeople {
  /**
   * The person of this issuer and subject, called as `person` is from now on; added when new. Of two that
   * come for the first time at once both get the same person.
   */
  abstract welcome(person: FramedPerson): Promise<FramedPerson>;

  abstract find(id: string): Promise<FramedPerson | null>;

  abstract findBySubject(issuer: string, subject: string): Promise<FramedPerson | null>;
}
