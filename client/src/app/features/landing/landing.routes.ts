import type { Routes } from '@angular/router';
import { LandingPage } from './landing-page/landing-page.js';

const routes: Routes = [{ path: '', component: LandingPage }];

export default routes;
