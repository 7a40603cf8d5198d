import { Injectable } from '@nestjs/common';
import { EngineKind } from '#contracts/device.contract.js';
import { Clock } from '../../../platform/kernel/clock.js';
import { Metrics } from '../../../platform/metrics/metrics.js';
import type { Counter, Histogram } from '../../../platform/metrics/metrics.js';
import type { ReceiptArrived, SendOutcome } from '../../device/index.js';
import { Paces } from './paces.js';

/** What became of a recipient when its turn came. */
const OUTCOMES = [
  'accepted',
  'refused',
  'unknown',
  'opted-out',
  'not-on-whatsapp',
  'lookup-failed',
] as const;

type Outcome = (typeof OUTCOMES)[number];

const LEVELS = ['sent', 'delivered', 'read', 'failed'] as const satisfies ReceiptArrived['level'][];

const BY_OUTCOME = { engine: EngineKind.options, outcome: OUTCOMES };
const BY_ENGINE = { engine: EngineKind.options };

/** Upper bounds in seconds: the question about a number takes up to seconds, a gap is 8 to 20. */
const LATENESS = [0.05, 0.25, 1, 2.5, 5, 10, 30, 60, 120, 300];

/** Upper bounds in seconds: a text takes one to three, a video minutes. */
const DURATION = [0.05, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 360];

/** Measures what this process sends. */
@Injectable()
export class SendingMeter {
  private readonly messages: Counter<typeof BY_OUTCOME>;
  private readonly receipts: Counter<{ level: typeof LEVELS }>;
  private readonly lateness: Histogram<typeof BY_ENGINE>;
  private readonly durations: Histogram<typeof BY_ENGINE>;

  constructor(
    metrics: Metrics,
    private readonly paces: Paces,
    private readonly clock: Clock,
  ) {
    this.messages = metrics.counter({
      name: 'prima_messages_total',
      help: 'Recipients whose turn came, by what became of them at once',
      labels: BY_OUTCOME,
    });
    this.receipts = metrics.counter({
      name: 'prima_receipts_total',
      help: 'Receipts that WhatsApp sent about messages',
      labels: { level: LEVELS },
    });
    this.lateness = metrics.histogram(
      {
        name: 'prima_handover_lateness_seconds',
        help: 'How late messages were handed over against the moment that the pace had planned',
        labels: BY_ENGINE,
      },
      LATENESS,
    );
    this.durations = metrics.histogram(
      {
        name: 'prima_handover_duration_seconds',
        help: 'From the question about a number until what became of its message was stored',
        labels: BY_ENGINE,
      },
      DURATION,
    );
  }

  /**
   * A recipient's turn begins. Answers what is to be called when their message was handed over: with what
   * became of it, and how late that was, in milliseconds.
   */
  begin(engine: EngineKind): (outcome: SendOutcome['kind'], lateBy: number) => void {
    const began = this.clock.now();
    return (outcome, lateBy) => {
      const took = this.clock.now() - began;
      this.paces.noteEngineTime(engine, took);
      this.messages.add({ engine, outcome });
      this.lateness.observe({ engine }, lateBy / 1000);
      this.durations.observe({ engine }, took / 1000);
    };
  }

  /** Nothing was handed over. */
  setAside(engine: EngineKind, outcome: Exclude<Outcome, SendOutcome['kind']>): void {
    this.messages.add({ engine, outcome });
  }

  /** A receipt came. */
  receipt(level: ReceiptArrived['level']): void {
    this.receipts.add({ level });
  }
}
