/** Devices of one worker among those that live. */
export interface Load {
  readonly worker: string;
  readonly devices: number;
}

/**
 * How many more devices `self` may take, so that devices that nobody holds spread evenly over the
 * workers. Sessions that run are never moved for the sake of evenness: a worker that joins takes what
 * comes free.
 */
export function roomFor(self: string, loads: readonly Load[], unheld: number): number {
  if (unheld === 0) return 0;
  const held = loads.reduce((sum, { devices }) => sum + devices, 0);
  const workers = Math.max(1, loads.length);
  const fair = Math.ceil((held + unheld) / workers);
  const mine = loads.find(({ worker }) => worker === self)?.devices ?? 0;
  return Math.min(unheld, Math.max(0, fair - mine));
}
