import { Component } from '@angular/core';

/** Setup. */
@Component({ selector: 'prima-setup-page', template: 'setup' })
export class SetupPage {}
