import { Component, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatDivider } from '@angular/material/divider';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Router, RouterLink } from '@angular/router';
import type { Role } from '#contracts/user.contract.js';
import { FrameAccess } from '../core/embed/frame-access.js';
import { appTexts } from '../core/i18n/app-texts.js';
import { injectTexts } from '../core/i18n/texts.js';
import { paths } from '../core/navigation/paths.js';
import { Session } from '../core/session/session.js';
import { Icon } from '../shared/ui/icon/icon.js';

/** Who is logged in, in which roles, and the way out. */
@Component({
  selector: 'prima-account-menu',
  imports: [Icon, MatDivider, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger, RouterLink],
  template: `
    @if (session.me(); as me) {
      <button
        matIconButton
        type="button"
        [matMenuTriggerFor]="menu"
        [attr.aria-label]="t('frame.account', { name: me.displayName })"
      >
        <prima-icon name="account_circle" />
      </button>
      <mat-menu #menu>
        <div class="person" role="presentation">
          <strong>{{ me.displayName }}</strong>
          <span>{{ roles(me.roles) }}</span>
        </div>
        <mat-divider />
        @if (framed) {
          <a mat-menu-item [routerLink]="guide">
            <prima-icon matMenuItemIcon name="menu_book" />{{ t('frame.guide') }}
          </a>
        } @else {
          <a mat-menu-item [routerLink]="account">
            <prima-icon matMenuItemIcon name="person" />{{ t('frame.accountPage') }}
          </a>
          <a mat-menu-item [href]="guide" target="_blank">
            <prima-icon matMenuItemIcon name="menu_book" />{{ t('frame.guide') }}
          </a>
          <button mat-menu-item type="button" (click)="logout()">
            <prima-icon matMenuItemIcon name="logout" />{{ t('frame.logout') }}
          </button>
        }
      </mat-menu>
    }
  `,
  styles: `
    .person {
      display: grid;
      padding: 8px 16px;
    }

    .person span {
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-small);
    }
  `,
})
export class AccountMenu {
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly t = injectTexts(appTexts);
  protected readonly guide = paths.guide;
  /** In a frame another tab would be nobody's, and leaving is the dashboard's affair. */
  protected readonly framed = inject(FrameAccess).isFramed;
  protected readonly account = paths.account;

  protected roles(roles: readonly Role[]): string {
    return roles.map((role) => this.t(`role.${role}`)).join(', ');
  }

  /** Leaves even when the server cannot be told: the person wants to be gone from this screen. */
  protected async logout(): Promise<void> {
    await this.session.logout().catch(() => {
      this.session.forget();
    });
    await this.router.navigateByUrl(paths.login);
  }
}
