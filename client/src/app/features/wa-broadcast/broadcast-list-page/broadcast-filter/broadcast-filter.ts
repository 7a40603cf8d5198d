import { Component, computed, inject, input, output } from '@angular/core';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import { BroadcastStatus } from '#contracts/broadcast.contract.js';
import type { DeviceView } from '#contracts/device.contract.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { Session } from '../../../../core/session/session.js';
import type { BroadcastListFilter } from '../../data/broadcast-list-store.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';
import { SearchField } from '../../ui/search-field/search-field.js';

/** Narrows the list down: words, status, device. */
@Component({
  selector: 'prima-broadcast-filter',
  imports: [MatFormField, MatLabel, MatOption, MatSelect, SearchField],
  host: { role: 'search', '[attr.aria-label]': "t('list.filter.label')" },
  template: `
    <prima-search-field
      [label]="t('list.filter.search')"
      [value]="filter().search ?? ''"
      (valueChange)="change({ search: $event || undefined })"
    />
    <mat-form-field appearance="outline" subscriptSizing="dynamic">
      <mat-label>{{ t('list.filter.status') }}</mat-label>
      <mat-select
        [value]="filter().awaiting ?? filter().status"
        [placeholder]="t('list.filter.anyStatus')"
        (valueChange)="choose($event)"
      >
        <mat-option [value]="undefined">{{ t('list.filter.anyStatus') }}</mat-option>
        @if (mayConfirm()) {
          <mat-option value="me">{{ t('list.filter.awaitingMe') }}</mat-option>
        }
        @for (status of statuses; track status) {
          <mat-option [value]="status">{{ statusWord(status) }}</mat-option>
        }
      </mat-select>
    </mat-form-field>
    <mat-form-field appearance="outline" subscriptSizing="dynamic">
      <mat-label>{{ t('list.filter.device') }}</mat-label>
      <mat-select
        [value]="filter().deviceId"
        [placeholder]="t('list.filter.anyDevice')"
        (valueChange)="change({ deviceId: $event })"
      >
        <mat-option [value]="undefined">{{ t('list.filter.anyDevice') }}</mat-option>
        @for (device of devices(); track device.id) {
          <mat-option [value]="device.id">{{ device.name }}</mat-option>
        }
      </mat-select>
    </mat-form-field>
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

    mat-form-field {
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

  protected statusWord(status: BroadcastStatus): string {
    return this.t(`status.${status}`);
  }
}
