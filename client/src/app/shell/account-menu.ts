import { Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Role } from '#contracts/user.contract.js';
import { FrameAccess } from '../core/embed/frame-access.js';
import { appTexts } from '../core/i18n/app-texts.js';
import { injectTexts } from '../core/i18n/texts.js';
import { paths } from '../core/navigation/paths.js';
import { Session } from '../core/session/session.js';
import { Icon } from '../shared/ui/icon/icon.js';
import { MenuItem } from '../shared/ui/menu/menu-item.js';
import { Menu } from '../shared/ui/menu/menu.js';

/** Who is logged in, in which roles, and the way out. */
@Component({
  selector: 'prima-account-menu',
  imports: [Icon, Menu, MenuItem, RouterLink],
  template: `
    @if (session.me(); as me) {
      <prima-menu icon="account_circle" [label]="t('frame.account', { name: me.displayName })">
        <div class="person" role="presentation">
          <strong>{{ me.displayName }}</strong>
          <span>{{ roles(me.roles) }}</span>
        </div>
        <hr />
        @if (framed) {
          <a primaMenuItem role="menuitem" [routerLink]="guide">
            <prima-icon name="menu_book" />{{ t('frame.guide') }}
          </a>
        } @else {
          <a primaMenuItem role="menuitem" [routerLink]="account">
            <prima-icon name="person" />{{ t('frame.accountPage') }}
          </a>
          <a primaMenuItem role="menuitem" [href]="guide" target="_blank">
            <prima-icon name="menu_book" />{{ t('frame.guide') }}
          </a>
          <button primaMenuItem type="button" role="menuitem" (click)="logout()">
            <prima-icon name="logout" />{{ t('frame.logout') }}
          </button>
        }
      </prima-menu>
    }
  `,
  styles: `
    .person {
      display: grid;
      padding: 8px 16px;
    }

    hr {
      margin: 0;
      border: 0;
      border-top: 1px solid var(--mat-sys-outline-variant);
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
