import type { Routes } from '@angular/router';
import { textsLoaded } from '../../core/i18n/texts.js';
import { accountTexts } from './i18n/account-texts.js';
import { AccountPage } from './account-page/account-page.js';

const routes: Routes = [
  { path: '', component: AccountPage, resolve: { texts: textsLoaded(accountTexts) } },
];

export default routes;
