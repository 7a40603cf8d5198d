import type { ColumnOptions, ValueTransformer } from 'typeorm';

/** Drivers hand 64-bit integers over as text; ours are moments and stay exact as numbers until the year 287396. */
const asNumber: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: unknown) => (value === null || value === undefined ? value : Number(value)),
};

/**
 * A moment: milliseconds since the epoch, UTC, as an integer. One representation in both databases, so
 * that no driver, session time zone or text format can shift or reorder moments.
 */
export const moment = { type: 'bigint', transformer: asNumber } as const satisfies ColumnOptions;

/** A moment that may not have come yet. */
export const optionalMoment = { ...moment, nullable: true } as const satisfies ColumnOptions;

/** A UUID as text. */
export const uuid = { type: 'varchar', length: 36 } as const satisfies ColumnOptions;

/** Bounded text. `length` counts characters. */
export const varchar = (length: number) =>
  ({ type: 'varchar', length }) as const satisfies ColumnOptions;

/** Bounded text that may be absent. */
export const optionalVarchar = (length: number) =>
  ({ type: 'varchar', length, nullable: true }) as const satisfies ColumnOptions;

/** A count that starts at zero. */
export const counter = { type: 'integer', default: 0 } as const satisfies ColumnOptions;

/** A value kept as JSON text: read and written whole, never searched. */
export const json: ColumnOptions = {
  type: 'text',
  transformer: {
    to: (value: unknown) => (value === null || value === undefined ? value : JSON.stringify(value)),
    from: (value: unknown) => (typeof value === 'string' ? (JSON.parse(value) as unknown) : value),
  },
};

/** A value kept as JSON text that may be absent. */
export const optionalJson: ColumnOptions = { ...json, nullable: true };
