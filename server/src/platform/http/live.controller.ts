import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Actor } from '../kernel/actor.js';
import { LiveStream } from './live-stream.js';
import { LiveStreams } from './live-streams.js';
import { ReturnsFile } from './returns.js';
import { CurrentActor, CurrentSession, RequireLogin } from './route-access.js';

/** The one stream of news of a tab. */
@Controller('live')
export class LiveController {
  constructor(private readonly streams: LiveStreams) {}

  /** Each person hears what they may see: that is decided event by event. */
  @Get()
  @RequireLogin()
  @ReturnsFile('text/event-stream')
  open(
    @CurrentActor() actor: Actor,
    @CurrentSession() sessionId: string,
    @Res() response: Response,
  ): void {
    this.streams.attach(new LiveStream(response), { actor, sessionId });
  }
}
