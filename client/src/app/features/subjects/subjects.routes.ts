import type { Routes } from '@angular/router';
import { textsLoaded } from '../../core/i18n/texts.js';
import { subjectsTexts } from './i18n/subjects-texts.js';
import { SubjectsPage } from './subjects-page/subjects-page.js';

const routes: Routes = [
  { path: '', component: SubjectsPage, resolve: { texts: textsLoaded(subjectsTexts) } },
];

export default routes;
