import type { Routes } from '@angular/router';
import { textsLoaded } from '../../core/i18n/texts.js';
import { accountTexts } from './i18n/account-texts.js';
import { SecondStepPage } from './second-step-page/second-step-page.js';

const routes: Routes = [
  { path: '', component: SecondStepPage, resolve: { texts: textsLoaded(accountTexts) } },
];

export default routes;
