/** Name of the queue that all processes ring in and that those which drive lanes answer. */
export const LANE_QUEUE = 'lanes';

/** What a ring carries: ids only, for whoever reads Redis. */
export interface Ring {
  readonly deviceId: string;
}
