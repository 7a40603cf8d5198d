/** A broadcast was made or is not as it was. Within this module only. */
export class BroadcastChanged {
  constructor(readonly broadcastId: string) {}
}

/** A broadcast was deleted. Within this module only. */
export class BroadcastRemoved {
  constructor(readonly broadcastId: string) {}
}
