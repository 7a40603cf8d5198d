import { MediaMatcher } from '@angular/cdk/layout';
import { Component, type OnInit, inject, input, signal } from '@angular/core';
import { readPreference, writePreference } from '../../../core/browser-storage.js';
import { appTexts } from '../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { Icon } from '../icon/icon.js';

/** Where the box may stand open from the start: on a phone it would push the page itself out of sight. */
const ROOMY = '(width >= 760px)';

/**
 * The INFO box of the user guide on the page that it explains; can be folded and stays so. Content
 * is a `<dl>`-like list: `<p><b>Tambah</b>: …</p>`.
 */
@Component({
  selector: 'prima-help-panel',
  imports: [Icon],
  host: { class: 'prima-tone-blue' },
  template: `
    <details [open]="open()" (toggle)="remember($event)">
      <summary>
        <prima-icon name="info" />
        <span>{{ t('help.title') }}</span>
        <prima-icon [name]="open() ? 'expand_less' : 'expand_more'" />
      </summary>
      <div class="content"><ng-content /></div>
    </details>
  `,
  styles: `
    :host {
      display: block;
    }

    details {
      border-left: 4px solid var(--prima-tone);
      border-radius: 6px;
      background: var(--prima-tone-container);
    }

    summary {
      display: flex;
      gap: 8px;
      align-items: center;
      padding: 10px 12px;
      color: var(--prima-tone);
      font: var(--mat-sys-title-small);
      cursor: pointer;
      list-style: none;
    }

    summary::-webkit-details-marker {
      display: none;
    }

    summary span {
      flex: 1;
    }

    .content {
      padding: 0 16px 12px 44px;
      font: var(--mat-sys-body-medium);
    }
  `,
})
export class HelpPanel implements OnInit {
  private readonly media = inject(MediaMatcher);

  /** Name under which the browser remembers whether it is folded. */
  readonly name = input.required<string>();
  protected readonly t = injectTexts(appTexts);
  protected readonly open = signal(true);

  ngOnInit(): void {
    const remembered = readPreference(`help.${this.name()}`);
    this.open.set(
      remembered === null ? this.media.matchMedia(ROOMY).matches : remembered === 'open',
    );
  }

  protected remember(event: Event): void {
    const open = (event.target as HTMLDetailsElement).open;
    this.open.set(open);
    writePreference(`help.${this.name()}`, open ? 'open' : 'folded');
  }
}
