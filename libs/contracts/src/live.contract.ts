import * as z from 'zod/mini';
import { RunView } from './broadcast.contract.js';
import { Id } from './common.contract.js';
import { DeviceView, LinkChallenge } from './device.contract.js';
import { RecipientImportView } from './recipient-import.contract.js';
import { SafeModeView } from './safe-mode.contract.js';

/**
 * What the one live stream of a tab carries (`GET /api/live`, `text/event-stream`, each event one
 * JSON object in `data:`). News may be lost while a stream is down: after `hello` a client reads
 * again what it shows.
 */
export const LiveEvent = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('hello') }),
    z.object({ type: z.literal('device-changed'), device: DeviceView }),
    z.object({ type: z.literal('device-removed'), deviceId: Id }),
    z.object({ type: z.literal('device-challenge'), challenge: LinkChallenge }),
    z.object({ type: z.literal('import-changed'), import: RecipientImportView }),
    z.object({ type: z.literal('broadcast-changed'), broadcastId: Id }),
    z.object({ type: z.literal('broadcast-removed'), broadcastId: Id }),
    z.object({ type: z.literal('run-changed'), broadcastId: Id, run: RunView }),
    z.object({ type: z.literal('safe-mode-changed'), safeMode: SafeModeView }),
    z.object({ type: z.literal('session-ended') }),
    /** What the person may do or see has changed: read everything again, who one is as well. */
    z.object({ type: z.literal('access-changed') }),
  ])
  .register(z.globalRegistry, { id: 'LiveEvent' });
export type LiveEvent = z.infer<typeof LiveEvent>;
