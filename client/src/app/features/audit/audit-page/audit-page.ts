import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { auditActionText, auditDetailsText, auditSubjectText } from '#contracts/audit-texts.js';
import type { AuditEntry } from '#contracts/audit.contract.js';
import { Control } from '../../../shared/forms/field/control.js';
import { Field } from '../../../shared/forms/field/field.js';
import { appTexts } from '../../../core/i18n/app-texts.js';
import { Language } from '../../../core/i18n/language.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { DownloadLink } from '../../../shared/download/download-link.js';
import { Format } from '../../../shared/format/format.js';
import { PrimaAction } from '../../../shared/ui/action-button/prima-action.js';
import { EmptyState } from '../../../shared/ui/empty-state/empty-state.js';
import { ErrorState } from '../../../shared/ui/error-state/error-state.js';
import { HelpPanel } from '../../../shared/ui/help-panel/help-panel.js';
import { Icon } from '../../../shared/ui/icon/icon.js';
import { PageHeader } from '../../../shared/ui/page-header/page-header.js';
import { Skeleton } from '../../../shared/ui/skeleton/skeleton.js';
import { AuditStore, type AuditWish, EVERYTHING } from '../data/audit-store.js';
import { auditTexts } from '../i18n/audit-texts.js';

/** Characters of an id that tell things of one kind apart: its end is random. */
const SHORT_ID = 8;

/** Audit: who did what, for administrators. */
@Component({
  selector: 'prima-audit-page',
  imports: [
    DownloadLink,
    EmptyState,
    ErrorState,
    HelpPanel,
    Icon,
    MatButton,
    Field,
    Control,
    PageHeader,
    PrimaAction,
    Skeleton,
  ],
  providers: [AuditStore],
  templateUrl: './audit-page.html',
  styleUrls: ['../../../shared/ui/card-table/card-table.scss', './audit-page.scss'],
})
export class AuditPage {
  private readonly language = inject(Language);
  protected readonly store = inject(AuditStore);
  protected readonly format = inject(Format);
  protected readonly t = injectTexts(auditTexts);
  protected readonly app = injectTexts(appTexts);
  protected readonly actions = computed(() =>
    this.named(this.store.choices().actions, (action) => this.action(action)),
  );
  protected readonly subjects = computed(() =>
    this.named(this.store.choices().subjects, (subject) => this.subject(subject)),
  );

  protected choose(name: keyof AuditWish, event: Event): void {
    const { value } = event.target as HTMLSelectElement | HTMLInputElement;
    // Another kind of thing: the one thing of before is none of it.
    this.store.filter(name === 'subject' ? { subject: value, subjectId: '' } : { [name]: value });
  }

  protected only({ subject, subjectId }: AuditEntry): void {
    this.store.filter({ subject, subjectId });
  }

  protected clear(): void {
    this.store.filter(EVERYTHING);
  }

  protected action(action: string): string {
    return auditActionText(action, this.language.current());
  }

  protected subject(subject: string): string {
    return auditSubjectText(subject, this.language.current());
  }

  protected details({ details }: AuditEntry): string {
    return auditDetailsText(details, this.language.current());
  }

  protected short(id: string): string {
    return id.slice(-SHORT_ID);
  }

  private named(codes: readonly string[], textOf: (code: string) => string) {
    return codes
      .map((code) => ({ code, text: textOf(code) }))
      .sort((a, b) => a.text.localeCompare(b.text));
  }
}
