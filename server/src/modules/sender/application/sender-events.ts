/** The lane of a device has something to do. Within this module only. */
export class WorkArrived {
  constructor(readonly deviceId: string) {}
}

/** Counters of a run changed. Within this module only. */
export class RunProgressed {
  constructor(readonly broadcastId: string) {}
}
