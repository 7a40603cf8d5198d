import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { DoNotContactEntry } from '#contracts/do-not-contact.contract.js';
import { Control } from '../../../shared/forms/field/control.js';
import { Field } from '../../../shared/forms/field/field.js';
import { appTexts } from '../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { paths } from '../../../core/navigation/paths.js';
import { Session } from '../../../core/session/session.js';
import { Notifier } from '../../../shared/feedback/notifier.js';
import { Format } from '../../../shared/format/format.js';
import { PrimaAction } from '../../../shared/ui/action-button/prima-action.js';
import { Confirm } from '../../../shared/ui/confirm-dialog/confirm.js';
import { Dialogs } from '../../../shared/ui/dialogs/dialogs.js';
import { EmptyState } from '../../../shared/ui/empty-state/empty-state.js';
import { ErrorState } from '../../../shared/ui/error-state/error-state.js';
import { HelpPanel } from '../../../shared/ui/help-panel/help-panel.js';
import { Icon } from '../../../shared/ui/icon/icon.js';
import { PageHeader } from '../../../shared/ui/page-header/page-header.js';
import { Skeleton } from '../../../shared/ui/skeleton/skeleton.js';
import type { AddDialog } from '../add-dialog/add-dialog.js';
import { DoNotContactStore } from '../data/do-not-contact-store.js';
import { doNotContactTexts } from '../i18n/do-not-contact-texts.js';

/** Jangan kirim: the numbers that get no messages, for administrators. */
@Component({
  selector: 'prima-do-not-contact-page',
  imports: [
    EmptyState,
    ErrorState,
    HelpPanel,
    Icon,
    MatButton,
    Field,
    Control,
    PageHeader,
    PrimaAction,
    RouterLink,
    Skeleton,
  ],
  providers: [DoNotContactStore],
  templateUrl: './do-not-contact-page.html',
  styleUrls: [
    '../../../shared/ui/card-table/card-table.scss',
    '../../../shared/ui/number-search/number-search.scss',
    './do-not-contact-page.scss',
  ],
})
export class DoNotContactPage {
  private readonly confirm = inject(Confirm);
  private readonly dialogs = inject(Dialogs);
  private readonly notifier = inject(Notifier);
  protected readonly store = inject(DoNotContactStore);
  protected readonly session = inject(Session);
  protected readonly paths = paths;
  protected readonly format = inject(Format);
  protected readonly t = injectTexts(doNotContactTexts);
  protected readonly app = injectTexts(appTexts);
  /** Id of the entry that is being taken off; null while none is. */
  protected readonly removing = signal<string | null>(null);

  protected look(event: Event, number: string): void {
    event.preventDefault();
    this.store.look(number);
  }

  protected showAll(field: HTMLInputElement): void {
    field.value = '';
    this.store.look('');
    field.focus();
  }

  protected async add(): Promise<void> {
    const load = async () => (await import('../add-dialog/add-dialog.js')).AddDialog;
    const entry = await this.dialogs.open<AddDialog, DoNotContactEntry>(load, { width: '480px' });
    if (!entry) return;
    this.store.put(entry);
    this.notifier.done(this.t('dialog.done'));
  }

  /** Hapus, after a question that says what follows. */
  protected async remove(entry: DoNotContactEntry): Promise<void> {
    const sure = await this.confirm.ask({
      title: this.t('remove.title', { phone: entry.hint }),
      text: [
        this.t('remove.text'),
        ...(entry.reason === 'opted-out' ? [this.t('remove.optedOut')] : []),
      ],
      yes: this.t('remove.yes'),
      no: this.app('action.cancel'),
      tone: 'red',
    });
    if (!sure) return;
    this.removing.set(entry.id);
    try {
      await this.store.remove(entry);
      this.notifier.done(this.t('remove.done'));
    } catch (error) {
      this.notifier.problem(error);
      this.store.reload();
    } finally {
      this.removing.set(null);
    }
  }

  protected by({ by, deviceName }: DoNotContactEntry): string {
    if (by !== null) return by;
    return deviceName === null
      ? this.t('byPersonOnly')
      : this.t('byPerson', { device: deviceName });
  }
}
