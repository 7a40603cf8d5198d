import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatRadioModule } from '@angular/material/radio';
import { roleTexts } from '#contracts/role-texts.js';
import { Role, type UserLink, Username, type UserView } from '#contracts/user.contract.js';
import { Control } from '../../../shared/forms/field/control.js';
import { Field } from '../../../shared/forms/field/field.js';
import { ProblemError } from '../../../core/http/problem-error.js';
import { appTexts } from '../../../core/i18n/app-texts.js';
import { Language } from '../../../core/i18n/language.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { Format } from '../../../shared/format/format.js';
import { PrimaAction } from '../../../shared/ui/action-button/prima-action.js';
import { DIALOG_PARTS } from '../../../shared/ui/dialogs/dialog-parts.js';
import { UsersClient } from '../data/users-client.js';
import { usersTexts } from '../i18n/users-texts.js';

/** How the dialog ends: a person was invited, or one was changed. */
export type AccessResult = { readonly link: UserLink } | { readonly user: UserView };

/** Roles and devices of a person, or of one who is to be invited (null). */
@Component({
  selector: 'prima-access-dialog',
  imports: [MatButton, MatCheckbox, DIALOG_PARTS, Field, Control, MatRadioModule, PrimaAction],
  templateUrl: './access-dialog.html',
  styleUrl: './access-dialog.scss',
})
export class AccessDialog {
  private readonly client = inject(UsersClient);
  private readonly opened = inject<MatDialogRef<AccessDialog, AccessResult>>(MatDialogRef);
  private readonly read = this.client.devices();
  protected readonly user = inject<UserView | null>(MAT_DIALOG_DATA);
  protected readonly format = inject(Format);
  protected readonly language = inject(Language).current;
  protected readonly t = injectTexts(usersTexts);
  protected readonly app = injectTexts(appTexts);
  protected readonly roleTexts = roleTexts;
  protected readonly allRoles = Role.options;
  protected readonly name = signal('');
  protected readonly roles = signal<readonly Role[]>(this.user?.roles ?? ['operator']);
  protected readonly every = signal(this.user?.devices === 'all');
  protected readonly chosen = signal<readonly string[]>(devicesOf(this.user));
  protected readonly devices = computed(() =>
    this.read.hasValue() ? this.read.value().items : [],
  );
  protected readonly problem = signal('');
  protected readonly saving = signal(false);

  protected toggleRole(role: Role): void {
    const held = this.roles();
    this.roles.set(Role.options.filter((one) => (one === role) !== held.includes(one)));
  }

  protected toggleDevice(id: string): void {
    this.chosen.update((ids) =>
      ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id],
    );
  }

  protected async save(): Promise<void> {
    this.problem.set(this.missing());
    if (this.problem() !== '') return;
    this.saving.set(true);
    try {
      this.opened.close(await this.send());
    } catch (error) {
      this.problem.set(sentenceOf(error, this.app('problem.unexpected')));
    } finally {
      this.saving.set(false);
    }
  }

  private missing(): string {
    if (!this.user && !Username.safeParse(this.name()).success) {
      return this.t('access.usernameMissing');
    }
    return this.roles().length === 0 ? this.t('access.rolesMissing') : '';
  }

  private async send(): Promise<AccessResult> {
    const devices = this.every() ? ('all' as const) : [...this.chosen()];
    const access = { roles: [...this.roles()], devices };
    if (this.user) return { user: await this.client.change(this.user.id, access) };
    return { link: await this.client.invite({ ...access, username: this.name() }) };
  }
}

function devicesOf(user: UserView | null): string[] {
  return user === null || user.devices === 'all' ? [] : user.devices;
}

function sentenceOf(error: unknown, otherwise: string): string {
  if (!(error instanceof ProblemError)) return otherwise;
  return error.fields[0]?.message ?? error.detail;
}
