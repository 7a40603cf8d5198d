import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { EmbedHostView } from '#contracts/embed.contract.js';
import { appTexts } from '../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { Notifier } from '../../../shared/feedback/notifier.js';
import { Format } from '../../../shared/format/format.js';
import { PrimaAction } from '../../../shared/ui/action-button/prima-action.js';
import { Confirm } from '../../../shared/ui/confirm-dialog/confirm.js';
import { Dialogs } from '../../../shared/ui/dialogs/dialogs.js';
import { Icon } from '../../../shared/ui/icon/icon.js';
import { StatusChip } from '../../../shared/ui/status-chip/status-chip.js';
import { EmbeddingClient } from '../data/embedding-client.js';
import { phpSnippet } from '../data/php-snippet.js';
import { embeddingTexts } from '../i18n/embedding-texts.js';

/** One dashboard: what it may, its keys, and the snippet for its pages. */
@Component({
  selector: 'prima-embed-host-card',
  imports: [Icon, MatButton, PrimaAction, StatusChip],
  templateUrl: './host-card.html',
  styleUrl: './host-card.scss',
})
export class HostCard {
  readonly host = input.required<EmbedHostView>();
  /** Where this module is, as tokens must name it. */
  readonly address = input.required<string>();
  readonly edit = output();
  /** Something of it is otherwise now: read again. */
  readonly changed = output();
  private readonly client = inject(EmbeddingClient);
  private readonly confirm = inject(Confirm);
  private readonly dialogs = inject(Dialogs);
  private readonly notifier = inject(Notifier);
  protected readonly format = inject(Format);
  protected readonly t = injectTexts(embeddingTexts);
  private readonly app = injectTexts(appTexts);
  protected readonly snippet = computed(() => phpSnippet(this.address(), this.host()));
  protected readonly roles = computed(() =>
    this.host()
      .roles.map((role) => this.app(`role.${role}`))
      .join(', '),
  );

  protected async addKey(): Promise<void> {
    const load = async () => (await import('../key-dialog/key-dialog.js')).KeyDialog;
    await this.dialogs.open(load, {
      width: '560px',
      data: this.host(),
      // A secret that is shown once must not vanish with a click beside it.
      disableClose: true,
    });
    this.changed.emit();
  }

  protected async retire(kid: string): Promise<void> {
    const question = this.t('keys.retireTitle', { kid });
    if (!(await this.isSure(question, this.t('keys.retireText'), this.t('keys.retire')))) return;
    await this.act(() => this.client.retireKey(this.host().id, kid), this.t('keys.retireDone'));
  }

  protected async remove(): Promise<void> {
    const question = this.t('remove.title', { name: this.host().name });
    if (!(await this.isSure(question, this.t('remove.text'), this.t('host.remove')))) return;
    await this.act(() => this.client.remove(this.host().id), this.t('remove.done'));
  }

  protected async endSessions(): Promise<void> {
    const question = this.t('end.title', { name: this.host().name });
    if (!(await this.isSure(question, this.t('end.text'), this.t('host.endSessions')))) return;
    await this.act(async () => {
      const n = await this.client.endSessions(this.host().id);
      this.notifier.done(this.t('end.done', { n }));
    });
  }

  protected async copy(): Promise<void> {
    await this.act(() => navigator.clipboard.writeText(this.snippet()), this.t('snippet.copied'));
  }

  private isSure(title: string, text: string, yes: string): Promise<boolean> {
    const no = this.app('action.cancel');
    return this.confirm.ask({ title, text: [text], yes, no, tone: 'red' });
  }

  private async act(deed: () => Promise<void>, done?: string): Promise<void> {
    try {
      await deed();
      if (done !== undefined) this.notifier.done(done);
    } catch (error) {
      this.notifier.problem(error);
    }
    this.changed.emit();
  }
}
