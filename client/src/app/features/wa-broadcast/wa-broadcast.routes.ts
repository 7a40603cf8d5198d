import { provideHttpClient, withInterceptors, withXhr } from '@angular/common/http';
import type { Routes } from '@angular/router';
import { apiInterceptor } from '../../core/http/api-interceptor.js';
import { textsLoaded } from '../../core/i18n/texts.js';
import { overlayPage, page } from '../../core/navigation/page-data.js';
import { needs } from '../../core/session/permission-guard.js';
import { unsavedChangesGuard } from '../../shared/feedback/unsaved-changes.js';
import { AttachmentClient } from './data/attachment-client.js';
import { waBroadcastTexts } from './i18n/wa-broadcast-texts.js';

/** The form is as large as the rest of the feature together, and not everybody writes messages. */
const composePage = async () => (await import('./compose-page/compose-page.js')).ComposePage;
/** Nor does who writes one need the list. */
const listPage = async () =>
  (await import('./broadcast-list-page/broadcast-list-page.js')).BroadcastListPage;
/** Only XMLHttpRequest tells how far an upload is; everything else goes by fetch. */
const uploading = [
  provideHttpClient(withXhr(), withInterceptors([apiInterceptor])),
  AttachmentClient,
];
const recipientsRoute = async () =>
  (await import('./recipients-dialog/recipients-route.js')).RecipientsRoute;

const routes: Routes = [
  {
    path: '',
    resolve: { texts: textsLoaded(waBroadcastTexts) },
    children: [
      {
        path: 'tambah',
        canActivate: [needs('broadcasts:edit')],
        data: page('broadcastCreate'),
        loadComponent: composePage,
        providers: uploading,
        canDeactivate: [unsavedChangesGuard],
      },
      {
        path: ':id/edit',
        canActivate: [needs('broadcasts:edit')],
        data: page('broadcastEdit'),
        loadComponent: composePage,
        providers: uploading,
        canDeactivate: [unsavedChangesGuard],
      },
      {
        path: '',
        loadComponent: listPage,
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
