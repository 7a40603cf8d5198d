import { Component, inject, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { EmbedHostView, EmbedSettings } from '#contracts/embed.contract.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { Notifier } from '../../../shared/feedback/notifier.js';
import { PrimaAction } from '../../../shared/ui/action-button/prima-action.js';
import { Banner } from '../../../shared/ui/banner/banner.js';
import { Dialogs } from '../../../shared/ui/dialogs/dialogs.js';
import { EmptyState } from '../../../shared/ui/empty-state/empty-state.js';
import { ErrorState } from '../../../shared/ui/error-state/error-state.js';
import { HelpPanel } from '../../../shared/ui/help-panel/help-panel.js';
import { Icon } from '../../../shared/ui/icon/icon.js';
import { PageHeader } from '../../../shared/ui/page-header/page-header.js';
import { Skeleton } from '../../../shared/ui/skeleton/skeleton.js';
import { EmbeddingClient } from '../data/embedding-client.js';
import { HostCard } from '../host-card/host-card.js';
import type { HostDialog, HostDialogData } from '../host-dialog/host-dialog.js';
import { embeddingTexts } from '../i18n/embedding-texts.js';

/** Penyematan: the dashboards that may show this module, for administrators. */
@Component({
  selector: 'prima-embedding-page',
  imports: [
    Banner,
    EmptyState,
    ErrorState,
    HelpPanel,
    HostCard,
    Icon,
    MatButton,
    PageHeader,
    PrimaAction,
    Skeleton,
  ],
  templateUrl: './embedding-page.html',
})
export class EmbeddingPage {
  private readonly dialogs = inject(Dialogs);
  private readonly notifier = inject(Notifier);
  protected readonly t = injectTexts(embeddingTexts);
  protected readonly settings = inject(EmbeddingClient).settings();
  /** What was read last, also while it is read again. */
  protected readonly shown = linkedSignal<EmbedSettings | undefined, EmbedSettings | undefined>({
    source: () => (this.settings.hasValue() ? this.settings.value() : undefined),
    computation: (fresh, previous) => fresh ?? previous?.value,
  });

  /** Tambah or Ubah. */
  protected async edit(host: EmbedHostView | null): Promise<void> {
    const mayGrantAdministrator = this.shown()?.mayGrantAdministrator ?? false;
    const load = async () => (await import('../host-dialog/host-dialog.js')).HostDialog;
    const data: HostDialogData = { host, mayGrantAdministrator };
    const saved = await this.dialogs.open<HostDialog, boolean>(load, { width: '600px', data });
    if (saved !== true) return;
    this.notifier.done(this.t('dialog.saved'));
    this.settings.reload();
  }
}
