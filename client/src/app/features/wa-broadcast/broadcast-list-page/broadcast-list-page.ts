import { Component, ElementRef, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink, RouterOutlet } from '@angular/router';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import { appTexts } from '../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { paths } from '../../../core/navigation/paths.js';
import { Session } from '../../../core/session/session.js';
import { PrimaAction } from '../../../shared/ui/action-button/prima-action.js';
import { EmptyState } from '../../../shared/ui/empty-state/empty-state.js';
import { ErrorState } from '../../../shared/ui/error-state/error-state.js';
import { HelpPanel } from '../../../shared/ui/help-panel/help-panel.js';
import { Icon } from '../../../shared/ui/icon/icon.js';
import { PageHeader } from '../../../shared/ui/page-header/page-header.js';
import { Skeleton } from '../../../shared/ui/skeleton/skeleton.js';
import { BroadcastActions } from '../actions/broadcast-actions.js';
import type { RunStep } from '../data/broadcast-client.js';
import { BroadcastListStore } from '../data/broadcast-list-store.js';
import { DevicesStore } from '../data/devices-store.js';
import { waBroadcastTexts } from '../i18n/wa-broadcast-texts.js';
import { BroadcastFilterBar } from './broadcast-filter/broadcast-filter.js';
import { BroadcastRow } from './broadcast-row/broadcast-row.js';
import { Progress } from '../../../shared/ui/progress/progress.js';

/** WA Broadcast: all messages, what became of them, and what can be done with them. */
@Component({
  selector: 'prima-broadcast-list-page',
  imports: [
    BroadcastFilterBar,
    BroadcastRow,
    EmptyState,
    ErrorState,
    HelpPanel,
    Icon,
    MatButton,
    Progress,
    PageHeader,
    PrimaAction,
    RouterLink,
    RouterOutlet,
    Skeleton,
  ],
  providers: [BroadcastListStore, DevicesStore],
  templateUrl: './broadcast-list-page.html',
  styleUrl: './broadcast-list-page.scss',
})
export class BroadcastListPage {
  private readonly actions = inject(BroadcastActions);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly list = inject(BroadcastListStore);
  protected readonly devices = inject(DevicesStore);
  protected readonly session = inject(Session);
  protected readonly t = injectTexts(waBroadcastTexts);
  protected readonly app = injectTexts(appTexts);
  protected readonly paths = paths;
  protected readonly stepping = this.actions.stepping;

  protected readonly isNarrowed = computed(() => {
    const { status, awaiting, deviceId, search } = this.list.filter();
    return [status, awaiting, deviceId, search].some((part) => part !== undefined);
  });
  /** Known to have no number at all: then a message has nowhere to go from. */
  protected readonly lacksDevice = computed(() => this.devices.items()?.length === 0);

  protected async send(broadcast: BroadcastView): Promise<void> {
    if (await this.actions.send(broadcast)) await this.list.refresh(broadcast.id);
  }

  protected async remove(broadcast: BroadcastView): Promise<void> {
    if (!(await this.actions.remove(broadcast))) return;
    this.list.drop(broadcast.id);
    // The button that was pressed is gone with its row.
    this.host.nativeElement.querySelector<HTMLElement>('h1')?.focus();
  }

  protected async step(broadcast: BroadcastView, step: RunStep): Promise<void> {
    if (await this.actions.step(broadcast, step)) await this.list.refresh(broadcast.id);
  }
}
