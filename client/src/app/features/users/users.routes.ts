import type { Routes } from '@angular/router';
import { textsLoaded } from '../../core/i18n/texts.js';
import { usersTexts } from './i18n/users-texts.js';
import { UsersPage } from './users-page/users-page.js';

const routes: Routes = [
  { path: '', component: UsersPage, resolve: { texts: textsLoaded(usersTexts) } },
];

export default routes;
