import type { Routes } from '@angular/router';
import { textsLoaded } from '../../core/i18n/texts.js';
import { overlayPage, page } from '../../core/navigation/page-data.js';
import { unsavedChangesGuard } from '../../shared/feedback/unsaved-changes.js';
import { BroadcastListPage } from './broadcast-list-page/broadcast-list-page.js';
import { waBroadcastTexts } from './i18n/wa-broadcast-texts.js';

/** The form is as large as the rest of the feature together, and not everybody writes messages. */
const composePage = async () => (await import('./compose-page/compose-page.js')).ComposePage;
const recipientsRoute = async () =>
  (await import('./recipients-dialog/recipients-route.js')).RecipientsRoute;

const routes: Routes = [
  {
    path: '',
    resolve: { texts: textsLoaded(waBroadcastTexts) },
    children: [
      {
        path: 'tambah',
        data: page('broadcastCreate'),
        loadComponent: composePage,
        canDeactivate: [unsavedChangesGuard],
      },
      {
        path: ':id/edit',
        data: page('broadcastEdit'),
        loadComponent: composePage,
        canDeactivate: [unsavedChangesGuard],
      },
      {
        path: '',
        component: BroadcastListPage,
        children: [
          {
            path: ':id/penerima',
            data: overlayPage('recipients'),
            loadComponent: recipientsRoute,
          },
        ],
      },
    ],
  },
];

export default routes;
