import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { IdParam } from '#contracts/common.contract.js';
import {
  UserAccess,
  UserInvitation,
  UserLink,
  UserList,
  UserView,
} from '#contracts/user.contract.js';
import { Returns } from '../../../platform/http/returns.js';
import {
  CurrentActor,
  RequireFreshProof,
  RequirePermission,
} from '../../../platform/http/route-access.js';
import { Limited } from '../../../platform/http/route-limits.js';
import type { Actor } from '../../../platform/kernel/actor.js';
import { ChangeAccess } from '../application/change-access.js';
import { GiveLink } from '../application/give-link.js';
import { InviteUser } from '../application/invite-user.js';
import { ListUsers } from '../application/list-users.js';
import { ShutOutUser } from '../application/shut-out-user.js';

/** Pengguna: who may come in, and what they may do. */
@Controller('users')
@RequirePermission('users:manage')
export class UsersController {
  constructor(
    private readonly listUsers: ListUsers,
    private readonly inviteUser: InviteUser,
    private readonly changeAccess: ChangeAccess,
    private readonly shutOut: ShutOutUser,
    private readonly giveLink: GiveLink,
  ) {}

  @Get()
  @Returns(UserList)
  list(): Promise<UserList> {
    return this.listUsers.run();
  }

  @RequireFreshProof()
  @Post()
  @Limited('invite')
  @Returns(UserLink, 201)
  invite(
    @Body({ schema: UserInvitation }) invitation: UserInvitation,
    @CurrentActor() actor: Actor,
  ): Promise<UserLink> {
    return this.inviteUser.run(invitation, actor);
  }

  @RequireFreshProof()
  @Put(':id')
  @Returns(UserView)
  change(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: UserAccess }) access: UserAccess,
    @CurrentActor() actor: Actor,
  ): Promise<UserView> {
    return this.changeAccess.run(id, access, actor);
  }

  @RequireFreshProof()
  @Post(':id/disable')
  @Returns(UserView)
  disable(
    @Param({ schema: IdParam }) { id }: IdParam,
    @CurrentActor() actor: Actor,
  ): Promise<UserView> {
    return this.shutOut.disable(id, actor);
  }

  @RequireFreshProof()
  @Post(':id/enable')
  @Returns(UserView)
  enable(
    @Param({ schema: IdParam }) { id }: IdParam,
    @CurrentActor() actor: Actor,
  ): Promise<UserView> {
    return this.shutOut.enable(id, actor);
  }

  /** A new invitation, or a link to choose another password. */
  @RequireFreshProof()
  @Post(':id/link')
  @Limited('invite')
  @Returns(UserLink, 201)
  link(
    @Param({ schema: IdParam }) { id }: IdParam,
    @CurrentActor() actor: Actor,
  ): Promise<UserLink> {
    return this.giveLink.run(id, actor);
  }
}
