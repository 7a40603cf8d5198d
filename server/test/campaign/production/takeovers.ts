import type { Blow, Sleep } from './faults.js';
import type { WatchedClaim } from './site-ledger.js';

/**
 * How long it took after each blow until its devices claimed again, in milliseconds. Where another blow
 * hit a device before that, its time counts from the later one; a device with nothing left to send has
 * none.
 */
export function takeovers(blows: readonly Blow[], claims: readonly WatchedClaim[]): number[] {
  const times: number[] = [];
  for (const blow of blows.filter(({ kind }) => kind === 'kill' || kind === 'freeze')) {
    for (const device of blow.devices) {
      const next = claims.find(({ deviceId, at }) => deviceId === device && at > blow.at);
      if (!next) continue;
      const hitAgain = blows.some(
        (other) => other.devices.includes(device) && other.at > blow.at && other.at < next.at,
      );
      if (!hitAgain) times.push(next.at - blow.at);
    }
  }
  return times;
}

/** Claims that a woken worker made with a lane that it had when it fell asleep. */
export function claimsAfterWaking(
  sleeps: readonly Sleep[],
  claims: readonly WatchedClaim[],
): number {
  let made = 0;
  for (const { from, until, devices } of sleeps) {
    for (const device of devices) {
      const own = claims.filter(({ deviceId }) => deviceId === device);
      const epoch = own.findLast(({ at }) => at <= from)?.epoch;
      made += own.filter((claim) => claim.at >= until && claim.epoch === epoch).length;
    }
  }
  return made;
}
