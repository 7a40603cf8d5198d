import {
  Component,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { BroadcastStatus } from '#contracts/broadcast.contract.js';
import type {
  RecipientDecision,
  RecipientState,
  RecipientView,
} from '#contracts/recipient.contract.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { PrimaAction } from '../../../../shared/ui/action-button/prima-action.js';
import { Format } from '../../../../shared/format/format.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';
import { RecipientStatus } from '../../ui/recipient-status/recipient-status.js';
import { DecisionPanel } from '../decision-panel/decision-panel.js';

/** A person's decision about one recipient. */
export interface Decided {
  readonly recipient: RecipientView;
  readonly kind: RecipientDecision['kind'];
}

/** Name, number and status of each recipient of the page; on a phone each is a card. */
@Component({
  selector: 'prima-recipient-table',
  imports: [DecisionPanel, MatButton, PrimaAction, RecipientStatus],
  templateUrl: './recipient-table.html',
  styleUrl: './recipient-table.scss',
})
export class RecipientTable {
  readonly recipients = input.required<readonly RecipientView[]>();
  readonly broadcastStatus = input.required<BroadcastStatus>();
  /** States of recipients that the person may decide about. */
  readonly decidable = input.required<readonly RecipientState[]>();
  /** Whether a decision is on its way. */
  readonly busy = input.required<boolean>();
  readonly decide = output<Decided>();
  protected readonly t = injectTexts(waBroadcastTexts);
  protected readonly format = inject(Format);
  /** Id of the recipient whose decision is open. */
  protected readonly open = signal<number | null>(null);

  private readonly table = viewChild.required<ElementRef<HTMLElement>>('table');

  protected isDecidable({ state }: RecipientView): boolean {
    return this.decidable().includes(state);
  }

  protected toggle(id: number): void {
    this.open.update((open) => (open === id ? null : id));
  }

  /** Hands a decision on. The buttons vanish with it, so the table takes the focus over. */
  protected settle(recipient: RecipientView, kind: RecipientDecision['kind']): void {
    this.open.set(null);
    this.table().nativeElement.focus();
    this.decide.emit({ recipient, kind });
  }

  protected labelOf({ name, phone }: RecipientView): string {
    return this.t('decision.openOf', { name: name ?? this.format.write().phone(phone) });
  }
}
