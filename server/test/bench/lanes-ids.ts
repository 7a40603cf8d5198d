/** Ids that look like the product's own: as long, and growing. */
const idOf = (kind: number, serial: number, lane: number): string =>
  `0000000${String(kind)}-0000-7000-8000-${String(serial).padStart(6, '0')}${String(lane).padStart(6, '0')}`;

/** List of a lane in a round. */
export const importIdOf = (serial: number, lane: number): string => idOf(1, serial, lane);

/** Broadcast of a lane in a round. */
export const broadcastIdOf = (serial: number, lane: number): string => idOf(2, serial, lane);

/** Device of a lane. */
export const deviceIdOf = (lane: number): string => idOf(3, 0, lane);
