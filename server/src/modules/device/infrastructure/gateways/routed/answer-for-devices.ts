import type { EngineKind } from '#contracts/device.contract.js';
import type { ProcessBus, Question } from '../../../../../platform/bus/process-bus.js';
import type { WhatsappGateway } from '../../../application/ports/whatsapp-gateway.js';
import { GATEWAY_QUESTIONS } from './questions.js';

/** What this process answers for: its own engines, and the devices that it can hold. */
export interface Answering {
  readonly engineOf: (kind: EngineKind) => WhatsappGateway;
  /** Rejects when another process holds the device. */
  readonly ensureHeld: (deviceId: string) => Promise<void>;
}

/**
 * Answers what other processes ask about devices that are held here; one that nobody held is taken
 * first. Only workers do this.
 */
export function answerForDevices(bus: ProcessBus, { engineOf, ensureHeld }: Answering): void {
  const answer = <Q extends { kind: EngineKind; deviceId: string }, A>(
    question: Question<Q, A>,
    reply: (engine: WhatsappGateway, asked: Q) => Promise<A>,
  ): void => {
    bus.answer(question, async (asked) => {
      await ensureHeld(asked.deviceId);
      return reply(engineOf(asked.kind), asked);
    });
  };
  answer(GATEWAY_QUESTIONS.unlink, async (engine, { deviceId, phone }) => {
    await engine.sessions.unlink({ id: deviceId, phone });
    return {};
  });
  answer(GATEWAY_QUESTIONS.startPairing, async (engine, { deviceId, phone, method }) => {
    await engine.pairing.start({ id: deviceId, phone }, method);
    return {};
  });
  answer(GATEWAY_QUESTIONS.stopPairing, async (engine, { deviceId }) => {
    await engine.pairing.stop(deviceId);
    return {};
  });
  answer(GATEWAY_QUESTIONS.scan, async (engine, { deviceId }) => ({
    scanned: (await engine.scanSimulation?.scan(deviceId)) ?? false,
  }));
  answer(GATEWAY_QUESTIONS.lookup, (engine, { deviceId, phone }) =>
    engine.directory.lookup(deviceId, phone),
  );
  answer(GATEWAY_QUESTIONS.newMessageId, async (engine, { deviceId }) => ({
    messageId: await engine.messages.newMessageId(deviceId),
  }));
  answer(GATEWAY_QUESTIONS.send, (engine, { deviceId, messageId, address, content }) =>
    engine.messages.send(deviceId, messageId, address, content),
  );
}
