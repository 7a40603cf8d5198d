/** A broadcast was made or is not as it was. Within this module only. */
export class BroadcastChanged {
  /** @param deviceIds its device, and the one that it had before */
  constructor(
    readonly broadcastId: string,
    readonly deviceIds: readonly string[],
  ) {}
}

/** A broadcast was deleted. Within this module only. */
export class BroadcastRemoved {
  constructor(
    readonly broadcastId: string,
    readonly deviceId: string,
  ) {}
}
