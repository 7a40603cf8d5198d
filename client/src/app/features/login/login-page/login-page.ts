import { Component } from '@angular/core';

/** Login. */
@Component({ selector: 'prima-login-page', template: 'login' })
export class LoginPage {}
