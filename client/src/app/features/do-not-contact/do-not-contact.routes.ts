import type { Routes } from '@angular/router';
import { textsLoaded } from '../../core/i18n/texts.js';
import { DoNotContactPage } from './do-not-contact-page/do-not-contact-page.js';
import { doNotContactTexts } from './i18n/do-not-contact-texts.js';

const routes: Routes = [
  { path: '', component: DoNotContactPage, resolve: { texts: textsLoaded(doNotContactTexts) } },
];

export default routes;
