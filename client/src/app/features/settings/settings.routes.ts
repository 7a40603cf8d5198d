import type { Routes } from '@angular/router';
import { textsLoaded } from '../../core/i18n/texts.js';
import { unsavedChangesGuard } from '../../shared/feedback/unsaved-changes.js';
import { settingsTexts } from './i18n/settings-texts.js';
import { SettingsPage } from './settings-page/settings-page.js';

const routes: Routes = [
  {
    path: '',
    component: SettingsPage,
    canDeactivate: [unsavedChangesGuard],
    resolve: { texts: textsLoaded(settingsTexts) },
  },
];

export default routes;
