export { DeviceDirectory } from './application/device-directory.js';
export type { DirectoryEntry } from './application/device-directory.js';
export {
  DeviceRemoved,
  DeviceStateChanged,
  OptOutReceived,
  ReceiptArrived,
} from './application/device-events.js';
export { GatewayRegistry } from './application/gateway-registry.js';
export { DeviceHolders } from './application/device-holders.js';
export { PracticeTourDevice } from './application/practice-tour-device.js';
export type {
  AttachmentFile,
  LookupResult,
  MessageContent,
  OptOutRequest,
  ReceiptLevel,
  SendOutcome,
  WhatsappGateway,
} from './application/ports/whatsapp-gateway.js';
export { DeviceModule } from './device.module.js';
