import type { Routes } from '@angular/router';
import { textsLoaded } from '../../core/i18n/texts.js';
import { invitationTexts } from './i18n/invitation-texts.js';
import { InvitationPage } from './invitation-page/invitation-page.js';

const routes: Routes = [
  { path: '', component: InvitationPage, resolve: { texts: textsLoaded(invitationTexts) } },
];

export default routes;
