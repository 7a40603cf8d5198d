import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Clock } from '../kernel/clock.js';
import { DomainError } from '../kernel/domain-error.js';
import { PROOF_LIFETIME, isFresh } from '../kernel/proof.js';
import { RateLimits } from '../rate-limit/rate-limits.js';
import { Authenticator } from './authenticator.js';
import type { SignedIn } from './authenticator.js';
import { accessOf, freshProofOf, isOpenBeforeSecondFactor } from './route-access.js';
import type { AuthenticatedRequest, FreshProof } from './route-access.js';
import { limitOf, networkOf } from './route-limits.js';

/**
 * Lets nobody in whom the route does not ask for. Deny by default: a route that declares nothing is
 * closed (and stops the boot, see `assertEveryRouteDeclaresAccess`).
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    private readonly clock: Clock,
    private readonly limits: RateLimits,
  ) {}

  /**
   * Who is logged in is counted by the login, everybody else by the address: all people of a hospital may
   * stand behind one, and none of them is locked out for what another does.
   * @throws DomainError AUTH.REQUIRED without a login, AUTH.SECOND_FACTOR_NEEDED before a second factor that is
   * required is switched on, AUTH.FORBIDDEN without the permission,
   * AUTH.STEP_UP_REQUIRED or AUTH.STEP_UP_AT_HOST without the fresh proof that the route wants,
   * REQUEST.TOO_MANY for who asks too often.
   */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const access = accessOf(this.reflector, targets);
    if (access === undefined) throw new DomainError('AUTH.FORBIDDEN');
    const limit = limitOf(this.reflector, targets);
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const network = networkOf(request.ip ?? '');
    if (access.kind === 'public') {
      if (limit !== 'none') await this.limits.take(limit ?? 'anonymous', network);
      return true;
    }
    const signedIn = await this.authenticator.authenticate(request);
    if (signedIn === null) {
      await this.limits.take('anonymous', network);
      throw new DomainError('AUTH.REQUIRED');
    }
    await this.limits.take('api', signedIn.sessionId);
    if (signedIn.owesSecondFactor && !isOpenBeforeSecondFactor(this.reflector, targets)) {
      throw new DomainError('AUTH.SECOND_FACTOR_NEEDED');
    }
    if (access.kind === 'permission' && !signedIn.actor.permissions.has(access.permission)) {
      throw new DomainError('AUTH.FORBIDDEN');
    }
    this.assertProof(signedIn, freshProofOf(this.reflector, targets));
    if (limit !== undefined && limit !== 'none') await this.limits.take(limit, signedIn.actor.id);
    request.actor = signedIn.actor;
    request.sessionId = signedIn.sessionId;
    return true;
  }

  private assertProof({ actor, proof }: SignedIn, wanted: FreshProof | undefined): void {
    if (wanted === undefined || isFresh(proof, this.clock.now())) return;
    if (wanted.holding !== null && !actor.permissions.has(wanted.holding)) return;
    const code = proof.where === 'here' ? 'AUTH.STEP_UP_REQUIRED' : 'AUTH.STEP_UP_AT_HOST';
    throw new DomainError(code, { minutes: PROOF_LIFETIME / 60_000 });
  }
}
