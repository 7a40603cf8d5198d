import { DOCUMENT, Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { injectTexts } from '../../../core/i18n/texts.js';
import { Notifier } from '../../../shared/feedback/notifier.js';
import { Icon } from '../../../shared/ui/icon/icon.js';
import { waConnectedTexts } from '../i18n/wa-connected-texts.js';

/** WhatsApp asks for the eight characters in two groups of four. */
const GROUP = /.{1,4}/gu;

/**
 * The code that is typed into the phone, large and in two groups. Said letter by letter; copied by a
 * button where the browser allows that, for whoever reads this page on the phone itself.
 */
@Component({
  selector: 'prima-phone-code',
  imports: [Icon, MatButton],
  template: `
    <p class="code" aria-hidden="true">
      @for (group of groups(); track $index) {
        <span>{{ group }}</span>
      }
    </p>
    <p class="prima-visually-hidden">{{ label() }}: {{ spelled() }}</p>
    @if (clipboard) {
      <button matButton type="button" (click)="copy()">
        <prima-icon matButtonIcon name="content_copy" />{{ t('scan.code.copy') }}
      </button>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 8px;
      justify-items: center;
    }

    p {
      margin: 0;
    }

    .code {
      display: flex;
      gap: 16px;
      font-size: 36px;
      font-weight: 600;
      font-family: ui-monospace, Consolas, 'Liberation Mono', monospace;
      line-height: 1.3;
      letter-spacing: 4px;
    }

    .code span {
      padding: 8px 6px 8px 12px;
      border-radius: 8px;
      background: var(--prima-blue-container);
      color: var(--mat-sys-on-surface);
    }

    @media (width < 400px) {
      .code {
        gap: 10px;
        font-size: 30px;
      }
    }
  `,
})
export class PhoneCode {
  private readonly notifier = inject(Notifier);

  /** The letters and digits, without any mark between them. */
  readonly value = input.required<string>();
  readonly label = input.required<string>();

  protected readonly t = injectTexts(waConnectedTexts);
  /** Absent over plain http. */
  protected readonly clipboard = inject(DOCUMENT).defaultView?.navigator.clipboard;
  protected readonly groups = computed(() => this.value().match(GROUP) ?? []);
  protected readonly spelled = computed(() =>
    this.groups()
      .map((group) => [...group].join(' '))
      .join(', '),
  );

  protected async copy(): Promise<void> {
    try {
      await this.clipboard?.writeText(this.value());
      this.notifier.done(this.t('scan.code.copied'));
    } catch {
      // The browser refused; the code stands there to be typed.
      this.notifier.done(this.t('scan.code.notCopied'));
    }
  }
}
