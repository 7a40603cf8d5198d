import type { Routes } from '@angular/router';
import { textsLoaded } from '../../core/i18n/texts.js';
import { setupTexts } from './i18n/setup-texts.js';
import { SetupPage } from './setup-page/setup-page.js';

const routes: Routes = [
  { path: '', component: SetupPage, resolve: { texts: textsLoaded(setupTexts) } },
];

export default routes;
