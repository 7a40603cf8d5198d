import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { BroadcastView, MissingValues } from '#contracts/broadcast.contract.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { paths } from '../../../../core/navigation/paths.js';
import { Format } from '../../../../shared/format/format.js';
import { PrimaAction } from '../../../../shared/ui/action-button/prima-action.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';
import { Callout } from '../../ui/callout/callout.js';

/** Variables of the message that have no value for some recipients, which stands against Konfirmasi. */
@Component({
  selector: 'prima-missing-list',
  imports: [Callout, MatButton, PrimaAction, RouterLink],
  template: `
    <prima-callout tone="red" icon="error">
      <ul>
        @for (sentence of sentences(); track sentence) {
          <li>{{ sentence }}</li>
        }
      </ul>
      <p>{{ t('detail.missingHint') }}</p>
      <a matButton="outlined" primaAction="blue" [routerLink]="paths.broadcastEdit(broadcast().id)">
        {{ t('action.edit') }}
      </a>
    </prima-callout>
  `,
  styles: `
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }

    p {
      margin: 4px 0 8px;
    }
  `,
})
export class MissingList {
  readonly missing = input.required<readonly MissingValues[]>();
  readonly broadcast = input.required<BroadcastView>();
  protected readonly t = injectTexts(waBroadcastTexts);
  protected readonly paths = paths;
  private readonly format = inject(Format);

  protected readonly sentences = computed(() => this.missing().map((one) => this.sentence(one)));

  private sentence({ variable, recipients, firstRows, suggestion }: MissingValues): string {
    const named = `{${variable}}`;
    if (suggestion !== null || recipients === this.broadcast().recipientCount) {
      const fault = this.t('detail.missingAll', { variable: named });
      if (suggestion === null) return fault;
      return `${fault} ${this.t('check.suggestion', { variable: `{${suggestion}}` })}`;
    }
    const n = this.format.write().number(recipients);
    return this.t('detail.missingSome', {
      variable: named,
      recipients: this.t.plural('run.count', recipients, { n }),
      rows: firstRows.join(', ') + (recipients > firstRows.length ? ', …' : ''),
    });
  }
}
