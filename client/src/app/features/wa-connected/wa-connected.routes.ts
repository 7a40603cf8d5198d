import type { Routes } from '@angular/router';
import { textsLoaded } from '../../core/i18n/texts.js';
import { page } from '../../core/navigation/page-data.js';
import { needs } from '../../core/session/permission-guard.js';
import { unsavedChangesGuard } from '../../shared/feedback/unsaved-changes.js';
import { waConnectedTexts } from './i18n/wa-connected-texts.js';

const routes: Routes = [
  {
    path: '',
    resolve: { texts: textsLoaded(waConnectedTexts) },
    children: [
      {
        path: 'tambah',
        canActivate: [needs('devices:manage')],
        data: page('deviceCreate'),
        canDeactivate: [unsavedChangesGuard],
        loadComponent: async () =>
          (await import('./device-create-page/device-create-page.js')).DeviceCreatePage,
      },
      {
        path: ':id/scan',
        canActivate: [needs('devices:manage')],
        data: page('deviceScan'),
        loadComponent: async () =>
          (await import('./device-scan-page/device-scan-page.js')).DeviceScanPage,
      },
      {
        path: '',
        loadComponent: async () =>
          (await import('./device-list-page/device-list-page.js')).DeviceListPage,
      },
    ],
  },
];

export default routes;
