import * as z from 'zod';
import { EngineKind, LinkMethod } from '#contracts/device.contract.js';
import type { Question } from '../../../../../platform/bus/process-bus.js';
import type { LookupResult, SendOutcome } from '../../../application/ports/whatsapp-gateway.js';

/** Which engine of the asked process is meant, and which device. */
const Target = z.object({ kind: EngineKind, deviceId: z.string() });

const Ref = Target.extend({ phone: z.string() });

const Lookup = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('on'), address: z.string() }),
  z.object({ kind: z.literal('not-on') }),
  z.object({ kind: z.literal('unknown'), reason: z.string() }),
]) satisfies z.ZodType<LookupResult>;

const Outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accepted') }),
  z.object({ kind: z.literal('refused'), reason: z.string() }),
  z.object({ kind: z.literal('unknown'), reason: z.string() }),
]) satisfies z.ZodType<SendOutcome>;

const Attachment = z.object({
  kind: z.enum(['image', 'video', 'document']),
  path: z.string(),
  fileName: z.string(),
  mimeType: z.string(),
  size: z.number(),
});

const question = <Q, A>(
  name: string,
  schema: z.ZodType<Q>,
  answer: z.ZodType<A>,
): Question<Q, A> => ({ name: `gateway.${name}`, schema, answer });

const Nothing = z.object({});

/** What a process asks the one that holds a device. Each is a method of the gateway's port. */
export const GATEWAY_QUESTIONS = {
  unlink: question('unlink', Ref, Nothing),
  startPairing: question('start-pairing', Ref.extend({ method: LinkMethod }), Nothing),
  stopPairing: question('stop-pairing', Target, Nothing),
  scan: question('scan', Target, z.object({ scanned: z.boolean() })),
  lookup: question('lookup', Ref, Lookup),
  newMessageId: question('new-message-id', Target, z.object({ messageId: z.string() })),
  send: question(
    'send',
    Target.extend({
      messageId: z.string(),
      address: z.string(),
      content: z.object({ text: z.string(), attachment: Attachment.nullable() }),
    }),
    Outcome,
  ),
} as const;
