import type { MissingValues } from '#contracts/broadcast.contract.js';
import { nearestName } from '#message/nearest-name.js';
import { hasValue, variablesOf } from '#message/template.js';

/** A recipient's values as far as this matters. */
export interface ValuedRecipient {
  readonly rowNumber: number;
  readonly phone: string;
  readonly name: string | null;
  readonly variables: Readonly<Record<string, string>>;
}

/** Row numbers that are named of the recipients who lack a value. */
const FIRST_ROWS = 5;

/** Variables that every list has. */
const OWN_VARIABLES = ['nomor', 'nama'];

/** Counts, recipient by recipient, who has no value for a variable of the text. */
export class MissingValuesTally {
  private readonly missing: ReadonlyMap<string, { recipients: number; firstRows: number[] }>;
  private readonly known: readonly string[];

  /** @param variableNames those of the list, besides `nomor` and `nama` */
  constructor(text: string, variableNames: readonly string[]) {
    this.known = [...OWN_VARIABLES, ...variableNames];
    this.missing = new Map(
      variablesOf(text).map((variable) => [variable, { recipients: 0, firstRows: [] }]),
    );
  }

  /** Counts one recipient. */
  add(recipient: ValuedRecipient): void {
    for (const [variable, tally] of this.missing) {
      if (hasOwnValue(recipient, variable)) continue;
      tally.recipients += 1;
      if (tally.firstRows.length < FIRST_ROWS) tally.firstRows.push(recipient.rowNumber);
    }
  }

  /** Variables that somebody has no value for, in the order of the text. */
  result(): MissingValues[] {
    return [...this.missing]
      .filter(([, { recipients }]) => recipients > 0)
      .map(([variable, { recipients, firstRows }]) => ({
        variable,
        recipients,
        firstRows,
        suggestion: this.known.includes(variable) ? null : nearestName(variable, this.known),
      }));
  }
}

function hasOwnValue({ phone, name, variables }: ValuedRecipient, variable: string): boolean {
  if (variable === 'nomor') return phone !== '';
  if (variable === 'nama') return (name ?? '').trim() !== '';
  return hasValue(variables, variable);
}
