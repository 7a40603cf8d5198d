import type { Routes } from '@angular/router';
import { textsLoaded } from '../../core/i18n/texts.js';
import { loginTexts } from './i18n/login-texts.js';
import { LoginPage } from './login-page/login-page.js';

const routes: Routes = [
  { path: '', component: LoginPage, resolve: { texts: textsLoaded(loginTexts) } },
];

export default routes;
