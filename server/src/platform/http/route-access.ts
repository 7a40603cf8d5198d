import { SetMetadata, createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
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

/** Anybody may call this route. Say why beside it. */
export const Public = () => SetMetadata(ROUTE_ACCESS, { kind: 'public' } satisfies RouteAccess);

/** Anybody who is logged in may call this route. */
export const RequireLogin = () =>
  SetMetadata(ROUTE_ACCESS, { kind: 'login' } satisfies RouteAccess);

/** Only who holds `permission` may call this route. */
export const RequirePermission = (permission: Permission) =>
  SetMetadata(ROUTE_ACCESS, { kind: 'permission', permission } satisfies RouteAccess);

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
