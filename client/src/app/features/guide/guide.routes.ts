import type { Routes } from '@angular/router';
import { GuidePage } from './guide-page/guide-page.js';

const routes: Routes = [{ path: '', component: GuidePage }];

export default routes;
