import type { BroadcastFilter, BroadcastSummary } from '#contracts/broadcast.contract.js';
import type { Onlooker } from '../../../../platform/kernel/actor.js';
import type { DeviceScope } from '../../../../platform/kernel/device-scope.js';
import type { Broadcast } from '../../domain/broadcast.js';

/** One page of broadcasts, newest first. */
export interface BroadcastsPage {
  readonly items: readonly Broadcast[];
  readonly nextCursor: string | null;
}

/** Broadcasts. Every call runs in the caller's unit of work. */
export abstract class BroadcastRepository {
  abstract add(broadcast: Broadcast): Promise<void>;

  /** The broadcast of a device of `scope`. */
  abstract find(id: string, scope: DeviceScope): Promise<Broadcast | null>;

  /** Those of `ids` that exist, newest first. */
  abstract findMany(ids: readonly string[]): Promise<Broadcast[]>;

  /**
   * The broadcast of a device of `scope`, kept as it is for the rest of the unit: who else wants to hold it waits. To be the
   * first call of a unit, so that what the unit reads afterwards is as new as the broadcast.
   */
  abstract hold(id: string, scope: DeviceScope): Promise<Broadcast | null>;

  /**
   * Replaces `before` by `after`. False when somebody else changed or confirmed it since `before` was
   * read: then nothing was changed.
   */
  abstract replace(before: Broadcast, after: Broadcast): Promise<boolean>;

  /**
   * A broadcast that ended before `before` and still has its people, or one of which some rows about
   * people are left; null when there is none.
   */
  abstract nextToPurge(before: number): Promise<Broadcast | null>;

  /** Deletes text and file, and writes down when. */
  abstract purge(id: string, at: number): Promise<void>;

  /** False when it was not there. */
  abstract remove(id: string): Promise<boolean>;

  /** One page for the screen of what the devices of `onlooker` have, newest first. */
  abstract page(filter: BroadcastFilter, onlooker: Onlooker): Promise<BroadcastsPage>;

  /** How many there are of each status that the landing page shows, on devices of `scope`. */
  abstract summary(scope: DeviceScope): Promise<BroadcastSummary>;
}
