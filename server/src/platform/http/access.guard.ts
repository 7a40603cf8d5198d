import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '../kernel/domain-error.js';
import { Authenticator } from './authenticator.js';
import { accessOf } from './route-access.js';
import type { AuthenticatedRequest } from './route-access.js';

/**
 * Lets nobody in whom the route does not ask for. Deny by default: a route that declares nothing is
 * closed (and stops the boot, see `assertEveryRouteDeclaresAccess`).
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
  ) {}

  /** @throws DomainError AUTH.REQUIRED without a login, AUTH.FORBIDDEN without the permission. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = accessOf(this.reflector, [context.getHandler(), context.getClass()]);
    if (access === undefined) throw new DomainError('AUTH.FORBIDDEN');
    if (access.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const signedIn = await this.authenticator.authenticate(request);
    if (signedIn === null) throw new DomainError('AUTH.REQUIRED');
    if (access.kind === 'permission' && !signedIn.actor.permissions.has(access.permission)) {
      throw new DomainError('AUTH.FORBIDDEN');
    }
    request.actor = signedIn.actor;
    request.sessionId = signedIn.sessionId;
    return true;
  }
}
