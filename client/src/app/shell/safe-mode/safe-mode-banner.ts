import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { SafeModeAlarm } from '#contracts/safe-mode.contract.js';
import { appTexts } from '../../core/i18n/app-texts.js';
import { injectTexts } from '../../core/i18n/texts.js';
import { LiveStream } from '../../core/live/live-stream.js';
import { Session } from '../../core/session/session.js';
import { Notifier } from '../../shared/feedback/notifier.js';
import { Format } from '../../shared/format/format.js';
import { Banner } from '../../shared/ui/banner/banner.js';
import { Confirm } from '../../shared/ui/confirm-dialog/confirm.js';
import { SafeModeClient } from './safe-mode-client.js';

/** On every screen while sending stands still after a restore: what happened, and what to do. */
@Component({
  selector: 'prima-safe-mode-banner',
  imports: [Banner, MatButton],
  template: `
    @if (alarm(); as alarm) {
      <prima-banner tone="red" icon="warning" [text]="sentence(alarm)">
        @if (session.can('safe-mode:release')) {
          <button
            matButton="outlined"
            type="button"
            [disabled]="releasing()"
            (click)="release(alarm)"
          >
            {{ t('safeMode.release') }}
          </button>
        }
      </prima-banner>
    }
  `,
  styles: `
    button {
      --mat-button-outlined-label-text-color: currentColor;
      --mat-button-outlined-outline-color: currentColor;
      margin-inline-start: auto;
    }
  `,
})
export class SafeModeBanner {
  private readonly client = inject(SafeModeClient);
  private readonly confirm = inject(Confirm);
  private readonly notifier = inject(Notifier);
  private readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly t = injectTexts(appTexts);
  protected readonly releasing = signal(false);
  private readonly state = this.client.state();
  /** Null too while it is not known: a banner that flashes on every page would teach to overlook it. */
  protected readonly alarm = computed(() =>
    this.state.hasValue() ? this.state.value().alarm : null,
  );

  constructor() {
    inject(LiveStream).on('safe-mode-changed', ({ safeMode }) => {
      this.state.set(safeMode);
    });
  }

  protected sentence({ reason, since, backupAt, broadcasts, recipients }: SafeModeAlarm): string {
    const numbers = {
      broadcasts: this.format.write().number(broadcasts),
      recipients: this.format.write().number(recipients),
      since: this.format.write().dateTime(since),
    };
    const what =
      reason === 'restored' && backupAt !== null
        ? this.t('safeMode.restored', {
            ...numbers,
            backupAt: this.format.write().dateTime(backupAt),
          })
        : this.t('safeMode.databaseOlder', numbers);
    const next = this.session.can('safe-mode:release') ? 'safeMode.you' : 'safeMode.ask';
    return `${what} ${this.t('safeMode.done', numbers)} ${this.t(next)}`;
  }

  protected async release(alarm: SafeModeAlarm): Promise<void> {
    const recipients = this.format.write().number(alarm.recipients);
    const sure = await this.confirm.ask({
      title: this.t('safeMode.question'),
      text: [
        this.t('safeMode.consequence'),
        this.t('safeMode.unsure', { recipients }),
        this.t('safeMode.drafts'),
      ],
      yes: this.t('safeMode.release'),
      no: this.t('action.cancel'),
      tone: 'red',
    });
    if (!sure) return;
    this.releasing.set(true);
    try {
      this.state.set(await this.client.release(alarm.id));
      this.notifier.done(this.t('safeMode.released'));
    } catch (error) {
      this.notifier.problem(error);
      this.state.reload();
    } finally {
      this.releasing.set(false);
    }
  }
}
