import { join } from 'node:path';
import type { Clock } from '../../../../../platform/kernel/clock.js';
import type { Ids } from '../../../../../platform/kernel/ids.js';
import type {
  GatewayEvents,
  WhatsappGateway,
} from '../../../application/ports/whatsapp-gateway.js';
import { HandoverJournal } from './handover-journal.js';
import { LinkedPhones } from './linked-phones.js';
import { PracticeMessages } from './practice-messages.js';
import type { PracticeScript } from './practice-script.js';
import { PRACTICE_SCRIPT } from './practice-script.js';
import { PracticeSessions } from './practice-sessions.js';

/** Where and what the practice engine plays. */
export interface PracticeOptions {
  /** Folder of its own, made when it is needed: `handovers.jsonl` and `linked/`. */
  readonly folder: string;
  /** The same seed plays the same run. */
  readonly seed: string;
  /** Another play than `PRACTICE_SCRIPT`. */
  readonly script?: PracticeScript;
}

/**
 * A WhatsApp that sends nothing: for training, trial and tests. It has no reconciliation, since
 * deciding about a message of which nobody knows whether it left is what people are to practise.
 */
export class PracticeGateway implements WhatsappGateway {
  readonly kind = 'practice';
  readonly sessions: PracticeSessions;
  readonly pairing: PracticeSessions;
  readonly scanSimulation: PracticeSessions;
  readonly directory: PracticeMessages;
  readonly messages: PracticeMessages;
  readonly reconciliation = null;
  private readonly journal: HandoverJournal;

  constructor(options: PracticeOptions, clock: Clock, ids: Ids, events: GatewayEvents) {
    const { folder, seed, script = PRACTICE_SCRIPT } = options;
    const linked = new LinkedPhones(folder);
    const world = { script, clock, events, linked };
    this.journal = new HandoverJournal(join(folder, 'handovers.jsonl'));
    this.sessions = new PracticeSessions(world, seed);
    this.pairing = this.sessions;
    this.scanSimulation = this.sessions;
    this.messages = new PracticeMessages(this.sessions, world, seed, this.journal, ids);
    this.directory = this.messages;
  }

  async shutdown(): Promise<void> {
    this.sessions.endAll();
    await this.journal.close();
  }
}
