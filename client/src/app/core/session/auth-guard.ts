import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import { ProblemError } from '../http/problem-error.js';
import { loginUrl, paths, secondStepUrl } from '../navigation/paths.js';
import { Session } from './session.js';

/**
 * Lets only people in who are logged in; anyone else goes to login and comes back to the same place
 * afterwards. Who must switch a second factor on first is led there. A server that cannot say is treated as nobody: login then shows what is wrong.
 */
export const authGuard: CanActivateFn = async (_route, state) => {
  const router = inject(Router);
  const me = await inject(Session).load().catch(ignoreUnreachable);
  if (!me) return new RedirectCommand(router.parseUrl(loginUrl(state.url)));
  const mayGoOn = me.secondFactor !== 'needed' || state.url.startsWith(paths.secondStep);
  return mayGoOn ? true : new RedirectCommand(router.parseUrl(secondStepUrl(state.url)));
};

/** Keeps people who are logged in already away from login. */
export const guestGuard: CanActivateFn = async (route) => {
  const router = inject(Router);
  const me = await inject(Session).load().catch(ignoreUnreachable);
  if (!me) return true;
  return new RedirectCommand(router.parseUrl(returnUrlOf(route.queryParamMap.get('returnUrl'))));
};

/** Where to go after login: only a path of this application, never another site. */
export function returnUrlOf(wanted: string | null): string {
  return wanted && /^\/(?![/\\])/.test(wanted) && !wanted.startsWith('/login') ? wanted : '/';
}

function ignoreUnreachable(error: unknown): null {
  if (error instanceof ProblemError) return null;
  throw error;
}
