import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { UserLink, UserStatus, UserView } from '#contracts/user.contract.js';
import { appTexts } from '../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { Session } from '../../../core/session/session.js';
import { Notifier } from '../../../shared/feedback/notifier.js';
import { Format } from '../../../shared/format/format.js';
import { PrimaAction, type Tone } from '../../../shared/ui/action-button/prima-action.js';
import { Confirm } from '../../../shared/ui/confirm-dialog/confirm.js';
import { Dialogs } from '../../../shared/ui/dialogs/dialogs.js';
import { ErrorState } from '../../../shared/ui/error-state/error-state.js';
import { HelpPanel } from '../../../shared/ui/help-panel/help-panel.js';
import { Icon, type IconName } from '../../../shared/ui/icon/icon.js';
import { PageHeader } from '../../../shared/ui/page-header/page-header.js';
import { Skeleton } from '../../../shared/ui/skeleton/skeleton.js';
import { StatusChip } from '../../../shared/ui/status-chip/status-chip.js';
import type { AccessDialog, AccessResult } from '../access-dialog/access-dialog.js';
import { UsersClient } from '../data/users-client.js';
import { usersTexts } from '../i18n/users-texts.js';

const LOOKS: Readonly<Record<UserStatus, { tone: Tone; icon: IconName }>> = {
  invited: { tone: 'blue', icon: 'pending' },
  active: { tone: 'green', icon: 'check_circle' },
  disabled: { tone: 'red', icon: 'block' },
};

/** Pengguna: who can come in, in which roles and with which devices. For administrators. */
@Component({
  selector: 'prima-users-page',
  imports: [ErrorState, HelpPanel, Icon, MatButton, PageHeader, PrimaAction, Skeleton, StatusChip],
  templateUrl: './users-page.html',
  styleUrls: ['../../../shared/ui/card-table/card-table.scss', './users-page.scss'],
})
export class UsersPage {
  private readonly client = inject(UsersClient);
  private readonly dialogs = inject(Dialogs);
  private readonly confirm = inject(Confirm);
  private readonly notifier = inject(Notifier);
  private readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly t = injectTexts(usersTexts);
  protected readonly app = injectTexts(appTexts);
  protected readonly looks = LOOKS;
  protected readonly read = this.client.list();
  protected readonly users = computed(() =>
    this.read.hasValue() ? this.read.value().items : undefined,
  );
  /** Id of the person about whom something is on its way; null while nothing is. */
  protected readonly busy = signal<string | null>(null);

  protected async invite(): Promise<void> {
    const result = await this.access(null);
    if (result && 'link' in result) await this.show(result.link);
  }

  protected async change(user: UserView): Promise<void> {
    const result = await this.access(user);
    if (result && 'user' in result) {
      this.notifier.done(this.t('access.done', { name: user.displayName }));
      this.read.reload();
    }
  }

  /** A new invitation, or a link to choose another password. */
  protected async link(user: UserView): Promise<void> {
    if (user.status === 'active') {
      const sure = await this.confirm.ask({
        title: this.t('reset.title', { name: user.displayName }),
        text: [this.t('reset.text')],
        yes: this.t('action.reset'),
        no: this.app('action.cancel'),
        tone: 'blue',
      });
      if (!sure) return;
    }
    await this.doing(user, async () => {
      await this.show(await this.client.link(user.id));
    });
  }

  protected async sessions(user: UserView): Promise<void> {
    const load = async () => (await import('../sessions-dialog/sessions-dialog.js')).SessionsDialog;
    await this.dialogs.open(load, { data: user, width: '520px' });
  }

  /** For somebody who lost their phone and their recovery codes. */
  protected async removeFactor(user: UserView): Promise<void> {
    const name = user.displayName;
    const sure = await this.confirm.ask({
      title: this.t('factor.title', { name }),
      text: [this.t('factor.text'), this.t('factor.sure')],
      yes: this.t('factor.yes'),
      no: this.app('action.cancel'),
      tone: 'red',
    });
    if (!sure) return;
    await this.doing(user, async () => {
      await this.client.removeSecondFactor(user.id);
      this.notifier.done(this.t('factor.done', { name }));
    });
  }

  protected async disable(user: UserView): Promise<void> {
    const name = user.displayName;
    const sure = await this.confirm.ask({
      title: this.t('disable.title', { name }),
      text: [this.t('disable.text')],
      yes: this.t('action.disable'),
      no: this.app('action.cancel'),
      tone: 'red',
    });
    if (!sure) return;
    await this.doing(user, async () => {
      await this.client.disable(user.id);
      this.notifier.done(this.t('disable.done', { name }));
    });
  }

  protected async enable(user: UserView): Promise<void> {
    await this.doing(user, async () => {
      await this.client.enable(user.id);
      this.notifier.done(this.t('enabled', { name: user.displayName }));
    });
  }

  protected rolesOf({ roles }: UserView): string {
    return roles.map((role) => this.app(`role.${role}`)).join(', ');
  }

  protected devicesOf({ roles, devices }: UserView): string {
    if (devices === 'all' || roles.includes('administrator')) return this.t('allDevices');
    if (devices.length === 0) return this.t('noDevices');
    return this.t('deviceCount', { n: this.format.write().number(devices.length) });
  }

  protected statusOf({ status }: UserView): string {
    return this.t(`status.${status}`);
  }

  protected linkOf({ status, linkExpiresAt }: UserView): string {
    if (linkExpiresAt === null) return status === 'invited' ? this.t('linkOver') : '';
    return this.t('linkUntil', { at: this.format.write().dateTime(linkExpiresAt) });
  }

  protected linkWord({ status }: UserView): string {
    return this.t(status === 'invited' ? 'action.invitation' : 'action.reset');
  }

  protected label(action: string, { displayName }: UserView): string {
    return this.t('action.of', { action, name: displayName });
  }

  private async access(user: UserView | null): Promise<AccessResult | undefined> {
    const load = async () => (await import('../access-dialog/access-dialog.js')).AccessDialog;
    return this.dialogs.open<AccessDialog, AccessResult>(load, { data: user, width: '560px' });
  }

  private async show(link: UserLink): Promise<void> {
    this.read.reload();
    const load = async () => (await import('../link-dialog/link-dialog.js')).LinkDialog;
    await this.dialogs.open(load, { data: link, width: '560px', disableClose: true });
  }

  private async doing({ id }: UserView, work: () => Promise<void>): Promise<void> {
    this.busy.set(id);
    try {
      await work();
    } catch (error) {
      this.notifier.problem(error);
    } finally {
      this.busy.set(null);
      this.read.reload();
    }
  }
}
