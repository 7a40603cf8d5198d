import type { Routes } from '@angular/router';
import { liveAhead } from './core/live/live-ahead.js';
import { page } from './core/navigation/page-data.js';
import { authGuard, guestGuard } from './core/session/auth-guard.js';
import { needs } from './core/session/permission-guard.js';
import { Entrance } from './shell/entrance.js';
import { ForbiddenPage } from './shell/forbidden-page.js';
import { NotFoundPage } from './shell/not-found-page.js';
import { Shell } from './shell/shell.js';

/** All pages. Features are loaded when they are first visited; their addresses are in `paths`. */
export const routes: Routes = [
  {
    path: 'login',
    component: Entrance,
    data: page('login'),
    canActivate: [guestGuard],
    loadChildren: () => import('./features/login/login.routes.js'),
  },
  {
    path: 'setup',
    component: Entrance,
    data: page('setup'),
    loadChildren: () => import('./features/setup/setup.routes.js'),
  },
  {
    path: 'undangan',
    component: Entrance,
    data: page('invitation'),
    loadChildren: () => import('./features/invitation/invitation.routes.js'),
  },
  {
    path: 'langkah-kedua',
    component: Entrance,
    data: page('secondStep'),
    canActivate: [authGuard],
    loadChildren: () => import('./features/account/second-step.routes.js'),
  },
  {
    path: '',
    component: Shell,
    data: page('landing'),
    canActivate: [authGuard],
    canActivateChild: [liveAhead],
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadChildren: () => import('./features/landing/landing.routes.js'),
      },
      {
        path: 'wa-connected',
        data: page('waConnected'),
        loadChildren: () => import('./features/wa-connected/wa-connected.routes.js'),
      },
      {
        path: 'wa-broadcast',
        data: page('waBroadcast'),
        loadChildren: () => import('./features/wa-broadcast/wa-broadcast.routes.js'),
      },
      {
        path: 'jangan-kirim',
        canActivate: [needs('do-not-contact:manage')],
        data: page('doNotContact'),
        loadChildren: () => import('./features/do-not-contact/do-not-contact.routes.js'),
      },
      {
        path: 'data-pasien',
        data: page('subjects'),
        loadChildren: () => import('./features/subjects/subjects.routes.js'),
      },
      {
        path: 'pengaturan',
        data: page('settings'),
        children: [
          {
            path: '',
            pathMatch: 'full',
            canActivate: [needs('users:manage')],
            loadChildren: () => import('./features/settings/settings.routes.js'),
          },
          {
            path: 'penyematan',
            data: page('embedding'),
            loadChildren: () => import('./features/embedding/embedding.routes.js'),
          },
        ],
      },
      {
        path: 'pengguna',
        canActivate: [needs('users:manage')],
        data: page('users'),
        loadChildren: () => import('./features/users/users.routes.js'),
      },
      {
        path: 'audit',
        canActivate: [needs('audit:read')],
        data: page('audit'),
        loadChildren: () => import('./features/audit/audit.routes.js'),
      },
      {
        path: 'akun',
        data: page('account'),
        loadChildren: () => import('./features/account/account.routes.js'),
      },
      {
        path: 'panduan',
        data: page('guide'),
        loadChildren: () => import('./features/guide/guide.routes.js'),
      },
      {
        path: 'tidak-diizinkan',
        data: page('forbidden'),
        component: ForbiddenPage,
      },
      {
        path: '**',
        data: page('notFound'),
        component: NotFoundPage,
      },
    ],
  },
];
