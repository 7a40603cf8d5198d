import { Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { SessionView } from '#contracts/auth.contract.js';
import { appTexts } from '../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { Format } from '../../format/format.js';
import { PrimaAction } from '../action-button/prima-action.js';
import { Icon, type IconName } from '../icon/icon.js';

const PHONES = ['Android', 'iPhone', 'iPad'];

/** Where a person is logged in: with what, since when, last used when; each can be ended but the one that looks. */
@Component({
  selector: 'prima-session-list',
  imports: [Icon, MatButton, PrimaAction],
  template: `
    <ul>
      @for (session of sessions(); track session.id) {
        <li>
          <prima-icon [name]="iconOf(session)" />
          <div>
            <strong>{{ nameOf(session) }}</strong>
            @if (session.current) {
              <em>({{ t('sessions.here') }})</em>
            }
            <span>{{ t('sessions.since', { at: write(session.createdAt) }) }}</span>
            <span>{{ t('sessions.last', { at: write(session.lastSeenAt) }) }}</span>
          </div>
          @if (!session.current) {
            <button
              matButton="outlined"
              primaAction="red"
              type="button"
              [disabled]="busy()"
              [attr.aria-label]="t('sessions.endOf', { name: nameOf(session) })"
              (click)="end.emit(session)"
            >
              {{ t('sessions.end') }}
            </button>
          }
        </li>
      } @empty {
        <li>{{ t('sessions.none') }}</li>
      }
    </ul>
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }

    li {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 12px;
      align-items: center;
      padding: 12px 0;
      border-top: 1px solid var(--mat-sys-outline-variant);
    }

    div {
      flex: 1 1 180px;
    }

    em {
      margin-left: 4px;
      color: var(--mat-sys-on-surface-variant);
      font-style: normal;
    }

    div span {
      display: block;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-small);
    }
  `,
})
export class SessionList {
  readonly sessions = input.required<readonly SessionView[]>();
  readonly busy = input(false);
  readonly end = output<SessionView>();
  private readonly format = inject(Format);
  protected readonly t = injectTexts(appTexts);

  protected nameOf({ browser, system }: SessionView): string {
    if (browser !== null && system !== null) return this.t('sessions.on', { browser, system });
    return browser ?? system ?? this.t('sessions.unknown');
  }

  protected iconOf({ system }: SessionView): IconName {
    return PHONES.includes(system ?? '') ? 'phone_android' : 'devices';
  }

  protected write(instant: string): string {
    return this.format.write().dateTime(instant);
  }
}
