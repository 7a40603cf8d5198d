import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import type { Permission } from '#contracts/user.contract.js';
import { paths } from '../navigation/paths.js';
import { Session } from './session.js';

/**
 * Lets only people in who hold `permission`; anyone else is told so. The server refuses what such a page
 * would ask for in any case: this spares people a page of refusals.
 */
export const needs =
  (permission: Permission): CanActivateFn =>
  async () => {
    const [router, session] = [inject(Router), inject(Session)];
    await session.load();
    if (session.can(permission)) return true;
    return new RedirectCommand(router.parseUrl(paths.forbidden), { skipLocationChange: true });
  };
