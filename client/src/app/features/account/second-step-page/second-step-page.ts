import { Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { appTexts } from '../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { paths } from '../../../core/navigation/paths.js';
import { returnUrlOf } from '../../../core/session/auth-guard.js';
import { Session } from '../../../core/session/session.js';
import { PageHeader } from '../../../shared/ui/page-header/page-header.js';
import { Enrolment } from '../enrolment/enrolment.js';
import { accountTexts } from '../i18n/account-texts.js';
import { ShownRecoveryCodes } from '../recovery-codes/recovery-codes.js';

/** Where people are led who must switch a second factor on before anything else. Leads on to where they wanted to go. */
@Component({
  selector: 'prima-second-step-page',
  imports: [Enrolment, MatButton, PageHeader, ShownRecoveryCodes],
  template: `
    <prima-page-header [title]="t('factor.title')" [subtitle]="t('factor.required')" />
    @if (codes(); as codes) {
      <prima-recovery-codes [codes]="codes" (done)="goOn()" />
    } @else {
      <prima-enrolment (done)="on($event)">
        <button matButton type="button" (click)="logout()">{{ app('frame.logout') }}</button>
      </prima-enrolment>
    }
  `,
})
export class SecondStepPage {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  /** Address to go to afterwards, from the query. */
  readonly returnUrl = input<string>();
  protected readonly t = injectTexts(accountTexts);
  protected readonly app = injectTexts(appTexts);
  /** Recovery codes, once it is on. */
  protected readonly codes = signal<readonly string[] | null>(null);

  protected async on(codes: readonly string[]): Promise<void> {
    this.codes.set(codes);
    await this.session.renew();
  }

  protected async goOn(): Promise<void> {
    await this.router.navigateByUrl(returnUrlOf(this.returnUrl() ?? null), { replaceUrl: true });
  }

  protected async logout(): Promise<void> {
    await this.session.logout();
    await this.router.navigateByUrl(paths.login);
  }
}
