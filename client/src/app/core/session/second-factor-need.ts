import { Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';
import { paths, secondStepUrl } from '../navigation/paths.js';

/** Word of the server that the person must switch a second factor on first: leads there, and back afterwards. */
@Injectable({ providedIn: 'root' })
export class SecondFactorNeed {
  private readonly router = inject(Router);

  announce(): void {
    const { url } = this.router;
    if (!url.startsWith(paths.secondStep)) void this.router.navigateByUrl(secondStepUrl(url));
  }
}
