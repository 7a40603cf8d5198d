import type { SessionState } from '#contracts/device.contract.js';
import type { Device } from '../domain/device.js';
import type { OptOutRequest, ReceiptLevel } from './ports/whatsapp-gateway.js';

/** A device was added or is not as it was: for the live stream of this module alone. */
export class DeviceChanged {
  constructor(readonly device: Device) {}
}

/** The session of a device came into another state. */
export class DeviceStateChanged {
  constructor(
    readonly deviceId: string,
    readonly state: SessionState,
  ) {}
}

/** A device was removed by Hapus Koneksi. */
export class DeviceRemoved {
  constructor(readonly deviceId: string) {}
}

/** WhatsApp told how far a message has come. May be late, repeated or out of order. */
export class ReceiptArrived {
  constructor(
    readonly deviceId: string,
    readonly messageId: string,
    readonly level: ReceiptLevel,
  ) {}
}

/** Somebody who may be a recipient wrote an opt-out word to a device. May be repeated. */
export class OptOutReceived {
  constructor(
    readonly deviceId: string,
    readonly request: OptOutRequest,
  ) {}
}
