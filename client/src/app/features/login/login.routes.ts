import type { Routes } from '@angular/router';
import { LoginPage } from './login-page/login-page.js';

const routes: Routes = [{ path: '', component: LoginPage }];

export default routes;
