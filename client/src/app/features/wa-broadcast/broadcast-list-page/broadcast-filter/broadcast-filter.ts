import { Component, computed, inject, input, output } from '@angular/core';
import { BroadcastStatus } from '#contracts/broadcast.contract.js';
import type { DeviceView } from '#contracts/device.contract.js';
import { Control } from '../../../../shared/forms/field/control.js';
import { Field } from '../../../../shared/forms/field/field.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { Session } from '../../../../core/session/session.js';
import type { BroadcastListFilter } from '../../data/broadcast-list-store.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';
import { SearchField } from '../../ui/search-field/search-field.js';

/** Narrows the list down: words, status, device. */
@Component({
  selector: 'prima-broadcast-filter',
  imports: [Field, Control, SearchField],
  host: { role: 'search', '[attr.aria-label]': "t('list.filter.label')" },
  template: `
    <prima-search-field
      [label]="t('list.filter.search')"
      [value]="filter().search ?? ''"
      (valueChange)="change({ search: $event || undefined })"
    />
    <prima-field [label]="t('list.filter.status')">
      <select
        primaControl
        #status
        (change)="choose(status.value === 'me' ? 'me' : statusOf(status.value))"
      >
        <option value="" [selected]="!filter().awaiting && !filter().status">
          {{ t('list.filter.anyStatus') }}
        </option>
        @if (mayConfirm()) {
          <option value="me" [selected]="filter().awaiting === 'me'">
            {{ t('list.filter.awaitingMe') }}
          </option>
        }
        @for (each of statuses; track each) {
          <option [value]="each" [selected]="each === filter().status">
            {{ statusWord(each) }}
          </option>
        }
      </select>
    </prima-field>
    <prima-field [label]="t('list.filter.device')">
      <select primaControl #device (change)="change({ deviceId: device.value || undefined })">
        <option value="" [selected]="!filter().deviceId">{{ t('list.filter.anyDevice') }}</option>
        @for (each of devices(); track each.id) {
          <option [value]="each.id" [selected]="each.id === filter().deviceId">
            {{ each.name }}
          </option>
        }
      </select>
    </prima-field>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 12px;
    }

    prima-search-field {
      flex: 2 1 240px;
    }

    prima-field {
      flex: 1 1 160px;
    }
  `,
})
export class BroadcastFilterBar {
  readonly filter = input.required<BroadcastListFilter>();
  readonly devices = input.required<readonly DeviceView[]>();
  readonly filterChange = output<BroadcastListFilter>();
  private readonly session = inject(Session);
  protected readonly t = injectTexts(waBroadcastTexts);
  protected readonly mayConfirm = computed(() => this.session.can('broadcasts:confirm'));
  protected readonly statuses = BroadcastStatus.options;

  /** A status, or what waits for the person: one of them. */
  protected choose(chosen: BroadcastStatus | 'me' | undefined): void {
    if (chosen === 'me') this.change({ status: undefined, awaiting: chosen });
    else this.change({ status: chosen, awaiting: undefined });
  }

  protected change(part: BroadcastListFilter): void {
    this.filterChange.emit({ ...this.filter(), ...part });
  }

  protected statusOf(value: string): BroadcastStatus | undefined {
    return this.statuses.find((status) => status === value);
  }

  protected statusWord(status: BroadcastStatus): string {
    return this.t(`status.${status}`);
  }
}
