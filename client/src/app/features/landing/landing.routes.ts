import type { Routes } from '@angular/router';
import { textsLoaded } from '../../core/i18n/texts.js';
import { landingTexts } from './i18n/landing-texts.js';
import { LandingPage } from './landing-page/landing-page.js';

const routes: Routes = [
  { path: '', component: LandingPage, resolve: { texts: textsLoaded(landingTexts) } },
];

export default routes;
