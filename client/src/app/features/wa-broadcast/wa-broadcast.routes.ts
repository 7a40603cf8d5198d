import type { Routes } from '@angular/router';
import { textsLoaded } from '../../core/i18n/texts.js';
import { waBroadcastTexts } from './i18n/wa-broadcast-texts.js';
import { BroadcastListPage } from './broadcast-list-page/broadcast-list-page.js';

const routes: Routes = [
  {
    path: '',
    resolve: { texts: textsLoaded(waBroadcastTexts) },
    children: [{ path: '', component: BroadcastListPage }],
  },
];

export default routes;
