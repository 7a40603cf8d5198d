import type { Onlooker } from '../kernel/actor.js';
import type { DeviceScope } from '../kernel/device-scope.js';

/** A condition of SQL with what its question marks stand for. */
export interface Condition {
  readonly sql: string;
  readonly parameters: readonly string[];
}

/** That `column` holds one of the devices of `scope`. */
export function ofDevices(column: string, scope: DeviceScope): Condition {
  if (scope === 'all') return { sql: '1 = 1', parameters: [] };
  if (scope.length === 0) return { sql: '1 = 0', parameters: [] };
  return { sql: `${column} IN (${scope.map(() => '?').join(', ')})`, parameters: scope };
}

/**
 * That a thing which goes with broadcasts is there for `onlooker`: while no broadcast has it, for who made it;
 * from then on for whoever may use the device of such a broadcast.
 *
 * @param maker column with the id of the person who made it
 * @param broadcasts query of the ids of the broadcasts that have it
 */
export function ofBroadcasts(
  { id, devices }: Onlooker,
  maker: string,
  broadcasts: string,
): Condition {
  if (devices === 'all') return { sql: '1 = 1', parameters: [] };
  const device = ofDevices('b.device_id', devices);
  // The table of the broadcast module, by name alone: what belongs to whom is decided in one query.
  return {
    sql: `((${maker} = ? AND NOT EXISTS (${broadcasts})) OR EXISTS (
      SELECT 1 FROM broadcasts b WHERE b.id IN (${broadcasts}) AND ${device.sql}))`,
    parameters: [id, ...device.parameters],
  };
}
