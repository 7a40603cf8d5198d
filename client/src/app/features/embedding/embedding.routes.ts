import type { Routes } from '@angular/router';
import { textsLoaded } from '../../core/i18n/texts.js';
import { EmbeddingPage } from './embedding-page/embedding-page.js';
import { embeddingTexts } from './i18n/embedding-texts.js';

const routes: Routes = [
  { path: '', component: EmbeddingPage, resolve: { texts: textsLoaded(embeddingTexts) } },
];

export default routes;
