import { Component, computed, inject, linkedSignal } from '@angular/core';
import { FormField, FormRoot, form, validateStandardSchema } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatRadioModule } from '@angular/material/radio';
import { Router, RouterLink } from '@angular/router';
import {
  FRESH_POLICIES,
  InstallationPolicies,
  type SettingsView,
} from '#contracts/settings.contract.js';
import type { UserView } from '#contracts/user.contract.js';
import { Control } from '../../../shared/forms/field/control.js';
import { Field } from '../../../shared/forms/field/field.js';
import { appTexts } from '../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { paths, secondStepUrl } from '../../../core/navigation/paths.js';
import { Session } from '../../../core/session/session.js';
import { Notifier } from '../../../shared/feedback/notifier.js';
import {
  type HasUnsavedChanges,
  askBeforeUnload,
} from '../../../shared/feedback/unsaved-changes.js';
import { FieldError } from '../../../shared/forms/field-error.js';
import { FormProblem } from '../../../shared/forms/form-problem.js';
import { submission } from '../../../shared/forms/submission.js';
import { Format } from '../../../shared/format/format.js';
import { PrimaAction } from '../../../shared/ui/action-button/prima-action.js';
import { Banner } from '../../../shared/ui/banner/banner.js';
import { ErrorState } from '../../../shared/ui/error-state/error-state.js';
import { PageHeader } from '../../../shared/ui/page-header/page-header.js';
import { Skeleton } from '../../../shared/ui/skeleton/skeleton.js';
import { SettingsClient } from '../data/settings-client.js';
import { settingsTexts } from '../i18n/settings-texts.js';
import { PolicyCard } from '../policy-card/policy-card.js';

/** Pengaturan: what counts for everybody, for administrators. Another policy is one more card in the form. */
@Component({
  selector: 'prima-settings-page',
  imports: [
    Banner,
    ErrorState,
    FieldError,
    FormField,
    FormProblem,
    FormRoot,
    MatButton,
    Field,
    Control,
    MatRadioModule,
    PageHeader,
    PolicyCard,
    PrimaAction,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './settings-page.html',
  styleUrl: './settings-page.scss',
})
export class SettingsPage implements HasUnsavedChanges {
  private readonly client = inject(SettingsClient);
  private readonly notifier = inject(Notifier);
  private readonly router = inject(Router);
  private readonly users = this.client.users();
  protected readonly format = inject(Format);
  protected readonly session = inject(Session);
  protected readonly t = injectTexts(settingsTexts);
  protected readonly app = injectTexts(appTexts);
  protected readonly paths = paths;
  protected readonly read = this.client.read();
  /** The policies that the person has seen: a change of any other version is refused. */
  protected readonly seen = linkedSignal<SettingsView | undefined>(() =>
    this.read.hasValue() ? this.read.value() : undefined,
  );
  private readonly model = linkedSignal(() => this.seen()?.policies ?? FRESH_POLICIES);
  protected readonly form = form(
    this.model,
    (path) => {
      validateStandardSchema(path, InstallationPolicies);
    },
    { submission: submission(() => this.save()) },
  );
  /** How many may confirm, while they are too few for four eyes; null when all is well or nobody knows. */
  protected readonly tooFew = computed(() => {
    if (this.model().fourEyes.mode === 'off' || !this.users.hasValue()) return null;
    const people = this.users.value().items.filter(mayConfirm).length;
    return people < 2 ? people : null;
  });

  /** Names of those who will have to switch it on first; empty when nobody has to. */
  protected readonly without = computed(() => {
    if (this.model().secondFactor.mode !== 'required' || !this.users.hasValue()) return '';
    const people = this.users.value().items.filter(owesSecondFactor);
    return people.map(({ displayName }) => displayName).join(', ');
  });

  constructor() {
    askBeforeUnload(this);
  }

  hasUnsavedChanges(): boolean {
    const seen = this.seen();
    return seen !== undefined && JSON.stringify(seen.policies) !== JSON.stringify(this.model());
  }

  protected reload(): void {
    this.form().reset();
    this.read.reload();
  }

  private async save(): Promise<void> {
    const version = this.seen()?.version ?? 0;
    this.seen.set(await this.client.change({ version, policies: this.model() }));
    this.form().reset();
    this.notifier.done(this.t('saved'));
    if (this.model().secondFactor.mode === 'required') await this.goFirst();
  }

  /** Whoever requires it of themselves as well is led there at once. */
  private async goFirst(): Promise<void> {
    await this.session.renew();
    if (this.session.me()?.secondFactor !== 'needed') return;
    await this.router.navigateByUrl(secondStepUrl(paths.settings));
  }
}

/** Pengamat may not. Who was invited has not come yet. */
const mayConfirm = ({ status, roles }: UserView): boolean =>
  status === 'active' && roles.some((role) => role !== 'viewer');

/** Who decides and has none yet. */
const owesSecondFactor = ({ status, roles, hasSecondFactor }: UserView): boolean =>
  status === 'active' &&
  !hasSecondFactor &&
  roles.some((role) => role === 'administrator' || role === 'confirmer');
