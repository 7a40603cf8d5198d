import type { Routes } from '@angular/router';
import { SetupPage } from './setup-page/setup-page.js';

const routes: Routes = [{ path: '', component: SetupPage }];

export default routes;
