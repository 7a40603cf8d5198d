import type { Routes } from '@angular/router';
import { textsLoaded } from '../../core/i18n/texts.js';
import { waConnectedTexts } from './i18n/wa-connected-texts.js';
import { DeviceListPage } from './device-list-page/device-list-page.js';

const routes: Routes = [
  {
    path: '',
    resolve: { texts: textsLoaded(waConnectedTexts) },
    children: [{ path: '', component: DeviceListPage }],
  },
];

export default routes;
