import { SetMetadata, applyDecorators, createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import { ApiExtension } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Permission } from '#contracts/user.contract.js';
import type { Actor } from '../kernel/actor.js';

/** What a route demands: nothing, a login, or a permission. */
export type RouteAccess =
  | { readonly kind: 'public' }
  | { readonly kind: 'login' }
  | { readonly kind: 'permission'; readonly permission: Permission };

/** Metadata key under which a route's demand is kept. A route without it stops the boot. */
export const ROUTE_ACCESS = 'prima:route-access';

/** Keeps the demand where the guard reads it, and in OpenAPI as `x-access`. */
const demand = (access: RouteAccess) =>
  applyDecorators(
    SetMetadata(ROUTE_ACCESS, access),
    ApiExtension('x-access', access.kind === 'permission' ? access.permission : access.kind),
  );

/** Anybody may call this route. Say why beside it. */
export const Public = () => demand({ kind: 'public' });

/** Anybody who is logged in may call this route. */
export const RequireLogin = () => demand({ kind: 'login' });

/** Only who holds `permission` may call this route. */
export const RequirePermission = (permission: Permission) =>
  demand({ kind: 'permission', permission });

/** What a route demands, by its method and then its controller. */
export const accessOf = (
  reflector: Reflector,
  targets: Parameters<Reflector['getAllAndOverride']>[1],
): RouteAccess | undefined => reflector.getAllAndOverride(ROUTE_ACCESS, targets);

/** Metadata key under which a route keeps that it wants a fresh proof. */
export const FRESH_PROOF = 'prima:fresh-proof';

/** Which callers of a route must have proved themselves a short while ago. */
export interface FreshProof {
  /** Only callers who hold this; null: everybody. */
  readonly holding: Permission | null;
}

/**
 * The caller must have shown a short while ago that they are the person whose login this is (`PROOF_LIFETIME`):
 * for what is worth more than an open screen. In OpenAPI as `x-fresh-proof`: `true`, or the permission with
 * which it is wanted.
 *
 * @param holding wanted only of callers who hold it, e.g. since others get the numbers masked
 */
export const RequireFreshProof = (holding: Permission | null = null) =>
  applyDecorators(
    SetMetadata(FRESH_PROOF, { holding } satisfies FreshProof),
    ApiExtension('x-fresh-proof', holding ?? true),
  );

/** Whether a route wants a fresh proof, by its method and then its controller. */
export const freshProofOf = (
  reflector: Reflector,
  targets: Parameters<Reflector['getAllAndOverride']>[1],
): FreshProof | undefined => reflector.getAllAndOverride(FRESH_PROOF, targets);

/** Metadata key under which a route keeps that it is open before a second factor is switched on. */
const BEFORE_SECOND_FACTOR = 'prima:before-second-factor';

/**
 * Also open to people who must switch a second factor on before they may do anything else: what they need for
 * that, and the way out.
 */
export const EvenWithoutSecondFactor = () => SetMetadata(BEFORE_SECOND_FACTOR, true);

/** Whether a route is open before a second factor is switched on, by its method and then its controller. */
export const isOpenBeforeSecondFactor = (
  reflector: Reflector,
  targets: Parameters<Reflector['getAllAndOverride']>[1],
): boolean => reflector.getAllAndOverride<true | undefined>(BEFORE_SECOND_FACTOR, targets) === true;

/** A request after the guard let it in. */
export interface AuthenticatedRequest extends Request {
  actor?: Actor;
  sessionId?: string;
}

/** The person who calls. Only on routes that demand a login. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = context.switchToHttp().getRequest<AuthenticatedRequest>().actor;
  if (!actor) throw new Error('CurrentActor on a route that demands no login');
  return actor;
});

/** Id of the caller's login. Only on routes that demand one. */
export const CurrentSession = createParamDecorator(
  (_: unknown, context: ExecutionContext): string => {
    const { sessionId } = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (sessionId === undefined) throw new Error('CurrentSession on a route that demands no login');
    return sessionId;
  },
);
