import type { Routes } from '@angular/router';
import { textsLoaded } from '../../core/i18n/texts.js';
import { AuditPage } from './audit-page/audit-page.js';
import { auditTexts } from './i18n/audit-texts.js';

const routes: Routes = [
  { path: '', component: AuditPage, resolve: { texts: textsLoaded(auditTexts) } },
];

export default routes;
