/** Who has WhatsApp, and the hidden id (LID) of each. */
export class Directory {
  readonly #hidden = new Set<string>();
  readonly #absent = new Set<string>();
  readonly #nullsFirst = new Map<string, number>();

  /** A hidden id is the number backwards behind a 9: always the same, never another's number. */
  lidOf(number: string): string {
    return `9${[...number].reverse().join('')}`;
  }

  /** The number behind an address as the page uses it (`628…@c.us` or `9…@lid`). */
  numberOf(address: string): string {
    const [user = '', server] = address.split('@');
    return server === 'lid' ? [...user.slice(1)].reverse().join('') : user;
  }

  setPresent(number: string, present: boolean): void {
    if (present) this.#absent.delete(number);
    else this.#absent.add(number);
  }

  /** From now on nobody learns the number behind this person's hidden id by asking for the id. */
  hide(number: string): void {
    this.#hidden.add(number);
  }

  setNullsFirst(number: string, times: number): void {
    this.#nullsFirst.set(number, times);
  }

  has(number: string): boolean {
    return !this.#absent.has(number);
  }

  /** What WhatsApp answers to the page: the hidden id, or null. */
  lookup(address: string): { number: string; lid: string } | null {
    const number = this.numberOf(address);
    if (address.endsWith('@lid') && this.#hidden.has(number)) return null;
    const nulls = this.#nullsFirst.get(number) ?? 0;
    if (nulls > 0) {
      this.#nullsFirst.set(number, nulls - 1);
      return null;
    }
    return this.has(number) ? { number, lid: this.lidOf(number) } : null;
  }
}
