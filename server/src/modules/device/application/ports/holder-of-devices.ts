/** Finds the process that works for a device. */
export interface HolderOfDevices {
  /**
   * Name on the bus of the process that holds the device, this one perhaps. Where nobody does, one that
   * is to take it.
   *
   * @throws when no process works for devices at all
   */
  find(deviceId: string): Promise<string>;
}
