import { Component } from '@angular/core';

/** Landing. */
@Component({ selector: 'prima-landing-page', template: 'landing' })
export class LandingPage {}
