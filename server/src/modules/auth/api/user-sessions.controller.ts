import { Controller, Delete, Get, Param } from '@nestjs/common';
import { SessionList, UserSessionParam } from '#contracts/auth.contract.js';
import { IdParam } from '#contracts/common.contract.js';
import { Returns, ReturnsNothing } from '../../../platform/http/returns.js';
import {
  CurrentActor,
  CurrentSession,
  RequirePermission,
} from '../../../platform/http/route-access.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { PersonSessions } from '../application/person-sessions.js';

/** Pengguna: where somebody is logged in. Here, because people know nothing of logins. */
@Controller('users/:id/sessions')
@RequirePermission('users:manage')
export class UserSessionsController {
  constructor(private readonly sessions: PersonSessions) {}

  @Get()
  @Returns(SessionList)
  list(
    @Param({ schema: IdParam }) { id }: IdParam,
    @CurrentSession() asking: string,
  ): Promise<SessionList> {
    return this.sessions.list(id, asking);
  }

  /** All of them, but the login that asks. */
  @Delete()
  @ReturnsNothing()
  async endAll(
    @Param({ schema: IdParam }) { id }: IdParam,
    @CurrentActor() actor: Actor,
    @CurrentSession() asking: string,
  ): Promise<void> {
    await this.sessions.endAll(id, asking, actor);
  }

  @Delete(':sessionId')
  @ReturnsNothing()
  async end(
    @Param({ schema: UserSessionParam }) { id, sessionId }: UserSessionParam,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.sessions.end(id, sessionId, actor);
  }
}
