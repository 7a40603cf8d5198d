import { DOCUMENT, Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { injectTexts } from '../../../core/i18n/texts.js';
import { Session } from '../../../core/session/session.js';
import { saveFile } from '../../../shared/download/save-file.js';
import { PrimaAction } from '../../../shared/ui/action-button/prima-action.js';
import { Banner } from '../../../shared/ui/banner/banner.js';
import { Icon } from '../../../shared/ui/icon/icon.js';
import { accountTexts } from '../i18n/account-texts.js';

/** Recovery codes, shown this once: to be saved or printed. Nothing else of the page is printed with them. */
@Component({
  selector: 'prima-recovery-codes',
  imports: [Banner, Icon, MatButton, PrimaAction],
  template: `
    <prima-banner tone="amber" icon="key" [text]="t('recovery.once')" />
    <h3 tabindex="-1">{{ t('recovery.title', { username: username() }) }}</h3>
    <p>{{ t('recovery.text') }}</p>
    <ol>
      @for (code of codes(); track code) {
        <li>
          <code>{{ code }}</code>
        </li>
      }
    </ol>
    <div class="actions">
      <button matButton="outlined" primaAction="blue" type="button" (click)="download()">
        <prima-icon matButtonIcon name="download" />{{ t('recovery.download') }}
      </button>
      <button matButton="outlined" primaAction="blue" type="button" (click)="print()">
        <prima-icon matButtonIcon name="description" />{{ t('recovery.print') }}
      </button>
      <button matButton="filled" primaAction="green" type="button" (click)="done.emit()">
        {{ t('recovery.done') }}
      </button>
    </div>
  `,
  styles: `
    prima-banner {
      border-radius: 6px;
    }

    h3 {
      margin-top: 16px;
      font: var(--mat-sys-title-medium);
    }

    ol {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
      gap: 8px 24px;
      padding-inline-start: 28px;
    }

    code {
      white-space: nowrap;
      font-size: 1.05em;
    }

    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }

    @media print {
      .actions,
      prima-banner {
        display: none;
      }
    }
  `,
})
export class ShownRecoveryCodes {
  readonly codes = input.required<readonly string[]>();
  /** The person says that they are kept. */
  readonly done = output();
  private readonly document = inject(DOCUMENT);
  private readonly session = inject(Session);
  protected readonly t = injectTexts(accountTexts);

  protected username(): string {
    return this.session.me()?.username ?? '';
  }

  protected download(): void {
    const host = this.document.defaultView?.location.host ?? '';
    const title = this.t('recovery.title', { username: this.username() });
    const text = [title, host, '', ...this.codes(), '', this.t('recovery.text'), ''].join('\r\n');
    const name = `${this.t('recovery.file')}-${this.username()}.txt`;
    saveFile(this.document, new Blob([text], { type: 'text/plain;charset=utf-8' }), name);
  }

  protected print(): void {
    this.document.defaultView?.print();
  }
}
