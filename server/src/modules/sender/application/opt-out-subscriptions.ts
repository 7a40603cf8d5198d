import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../../platform/events/event-bus.js';
import { OptOutReceived } from '../../device/index.js';
import { NumberListed } from '../../do-not-contact/index.js';
import { SkipListed } from './skip-listed.js';
import { TakeOptOut } from './take-opt-out.js';

/** Which news about opting out this module listens to. */
@Injectable()
export class OptOutSubscriptions implements OnModuleInit {
  constructor(
    private readonly events: EventBus,
    private readonly optOuts: TakeOptOut,
    private readonly skip: SkipListed,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(OptOutReceived, (news) => this.optOuts.run(news));
    this.events.subscribe(NumberListed, ({ phone }) => this.skip.run(phone));
  }
}
