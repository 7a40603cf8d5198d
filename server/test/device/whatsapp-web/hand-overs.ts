import type {
  MessageSender,
  SendOutcome,
} from '../../../src/modules/device/application/ports/whatsapp-gateway.js';
import type { Arrival } from '../../whatsapp-stand-in/outbox.js';

/**
 * What a test handed over, over the lives of all its engines, beside what WhatsApp got: at the end of
 * every test nothing may be lost and nothing repeated, whatever happened in it.
 */
export class HandOvers {
  private readonly outcomes = new Map<string, SendOutcome | null>();

  /** Notes from now on what is handed over through `messages`. */
  follow(messages: MessageSender): void {
    const send = messages.send.bind(messages);
    messages.send = async (deviceId, messageId, address, content) => {
      // Whoever asks a second time under the same id: the first answer counts.
      if (!this.outcomes.has(messageId)) this.outcomes.set(messageId, null);
      const outcome = await send(deviceId, messageId, address, content);
      this.outcomes.set(messageId, this.outcomes.get(messageId) ?? outcome);
      return outcome;
    };
  }

  /** What is wrong with `arrivals`, the record of WhatsApp; empty when nothing is. */
  faultsIn(arrivals: readonly Arrival[]): string[] {
    const faults: string[] = [];
    const count = new Map<string, number>();
    for (const { id } of arrivals) count.set(id, (count.get(id) ?? 0) + 1);
    for (const [id, times] of count) {
      if (!this.outcomes.has(id)) faults.push(`${id} arrived and nobody handed it over`);
      if (times > 1) faults.push(`${id} arrived as ${times} messages`);
      if (this.outcomes.get(id)?.kind === 'refused') faults.push(`${id} was refused and arrived`);
    }
    for (const [id, outcome] of this.outcomes) {
      if (outcome === null) faults.push(`${id} was never answered`);
      if (outcome?.kind === 'accepted' && !count.has(id)) faults.push(`${id} is lost`);
    }
    return faults;
  }
}
