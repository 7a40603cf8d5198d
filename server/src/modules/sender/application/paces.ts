import { Inject, Injectable } from '@nestjs/common';
import type { EngineKind } from '#contracts/device.contract.js';
import { CONFIG } from '../../../platform/config/config.js';
import type { Config } from '../../../platform/config/config.js';
import { drawGap, gapOfSeconds } from '../domain/pace.js';
import type { Gap } from '../domain/pace.js';
import type { SendingRules } from '../domain/sending-rules.js';
import { Chance } from './ports/chance.js';

/** What an engine takes for one recipient until it was measured, in milliseconds: a cautious guess. */
const FIRST_GUESS: Readonly<Record<EngineKind, number>> = { 'whatsapp-web': 3_000, practice: 250 };

const MINUTE = 60_000;

/** Weight of the latest measurement in the running average: about the last twenty count. */
const WEIGHT = 0.1;

/** How fast devices send, by their engine: the gaps of the settings, and what the engine itself takes. */
@Injectable()
export class Paces {
  private readonly engineTimes = new Map<EngineKind, number>();

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'pace' | 'sending'>,
    private readonly chance: Chance,
  ) {}

  /** Range of the gap between two hand-overs, in milliseconds. */
  gapOf(engine: EngineKind): Gap {
    return gapOfSeconds(this.config.pace[engine]);
  }

  /** The gap until the next hand-over, drawn anew each time, in milliseconds. */
  draw(engine: EngineKind): number {
    return drawGap(this.gapOf(engine), () => this.chance.draw());
  }

  /** What protects the numbers of an engine; null for practice devices, which send nothing. */
  rulesOf(engine: EngineKind): SendingRules | null {
    if (engine === 'practice') return null;
    const { hours, longPause, ...rules } = this.config.sending;
    return {
      ...rules,
      hours: hours && { from: hours.from * MINUTE, to: hours.to * MINUTE },
      longPause: longPause && {
        every: longPause.every,
        pause: { min: longPause.minutes.min * MINUTE, max: longPause.minutes.max * MINUTE },
      },
    };
  }

  /** The next long pause, drawn anew each time, in milliseconds; 0 when there are none. */
  drawLongPause({ longPause }: SendingRules): number {
    return longPause ? drawGap(longPause.pause, () => this.chance.draw()) : 0;
  }

  /** Takes note of how long the engine took for one recipient, in milliseconds. */
  noteEngineTime(engine: EngineKind, milliseconds: number): void {
    const before = this.engineTimes.get(engine) ?? milliseconds;
    this.engineTimes.set(engine, before + WEIGHT * (milliseconds - before));
  }

  /** What the engine takes for one recipient on average, in milliseconds. */
  engineTime(engine: EngineKind): number {
    return this.engineTimes.get(engine) ?? FIRST_GUESS[engine];
  }
}
