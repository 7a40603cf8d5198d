import { Component, DOCUMENT, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { recipientReasonSentence, recipientStateTexts } from '#contracts/recipient-texts.js';
import type { SubjectRecord, SubjectView } from '#contracts/subject.contract.js';
import { Control } from '../../../shared/forms/field/control.js';
import { Field } from '../../../shared/forms/field/field.js';
import { ProblemError } from '../../../core/http/problem-error.js';
import { appTexts } from '../../../core/i18n/app-texts.js';
import { Language } from '../../../core/i18n/language.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { Notifier } from '../../../shared/feedback/notifier.js';
import { Format } from '../../../shared/format/format.js';
import { PrimaAction } from '../../../shared/ui/action-button/prima-action.js';
import { Confirm } from '../../../shared/ui/confirm-dialog/confirm.js';
import { EmptyState } from '../../../shared/ui/empty-state/empty-state.js';
import { HelpPanel } from '../../../shared/ui/help-panel/help-panel.js';
import { Icon } from '../../../shared/ui/icon/icon.js';
import { PageHeader } from '../../../shared/ui/page-header/page-header.js';
import { saveFile } from '../../../shared/download/save-file.js';
import { SubjectsClient } from '../data/subjects-client.js';
import { subjectsTexts } from '../i18n/subjects-texts.js';

/** Data pasien: everything about one number, to see, to download, to erase; for administrators. */
@Component({
  selector: 'prima-subjects-page',
  imports: [EmptyState, HelpPanel, Icon, MatButton, Field, Control, PageHeader, PrimaAction],
  templateUrl: './subjects-page.html',
  styleUrls: [
    '../../../shared/ui/card-table/card-table.scss',
    '../../../shared/ui/number-search/number-search.scss',
    './subjects-page.scss',
  ],
})
export class SubjectsPage {
  private readonly client = inject(SubjectsClient);
  private readonly confirm = inject(Confirm);
  private readonly notifier = inject(Notifier);
  private readonly language = inject(Language);
  private readonly document = inject(DOCUMENT);
  protected readonly format = inject(Format);
  protected readonly t = injectTexts(subjectsTexts);
  protected readonly app = injectTexts(appTexts);
  protected readonly busy = signal(false);
  protected readonly subject = signal<SubjectView | null>(null);
  /** Why the last wish was refused. */
  protected readonly refusal = signal('');
  protected readonly blocked = computed(
    () => this.subject()?.records.some(({ blocks }) => blocks) ?? false,
  );
  protected readonly isEmpty = computed(() => {
    const subject = this.subject();
    return subject !== null && subject.records.length === 0 && subject.reportRows === 0;
  });

  protected async find(event: Event, phone: string): Promise<void> {
    event.preventDefault();
    this.subject.set(null);
    await this.during(async () => {
      this.subject.set(await this.client.find(phone));
    });
  }

  protected async workbook({ phone }: SubjectView): Promise<void> {
    await this.during(async () => {
      saveFile(this.document, await this.client.workbook(phone), 'data-pasien.xlsx');
    });
  }

  /** What is on the screen, in a form that other programs read. */
  protected json(subject: SubjectView): void {
    const content = new Blob([JSON.stringify(subject, null, 2)], { type: 'application/json' });
    saveFile(this.document, content, 'data-pasien.json');
  }

  protected async erase(subject: SubjectView): Promise<void> {
    const phone = this.format.write().phone(subject.phone);
    const n = this.format.write().number(subject.records.length);
    const sure = await this.confirm.ask({
      title: this.t('erase.title', { phone }),
      text: [this.t('erase.text', { n }), ...(hasDraft(subject) ? [this.t('erase.draft')] : [])],
      yes: this.t('erase.yes'),
      no: this.app('action.cancel'),
      tone: 'red',
    });
    if (!sure) return;
    await this.during(async () => {
      await this.client.erase(subject.phone);
      this.subject.set(await this.client.find(subject.phone));
      this.notifier.done(this.t('erase.done'));
    });
  }

  protected found({ phone, records }: SubjectView): string {
    const write = this.format.write();
    const n = write.number(records.length);
    return `${write.phone(phone)}: ${this.t.plural('found', records.length, { n })}`;
  }

  protected stateOf({ state, reason }: SubjectRecord): string {
    const language = this.language.current();
    const word = recipientStateTexts[state][language];
    return reason === null ? word : `${word}: ${recipientReasonSentence(reason, language)}`;
  }

  private async during(work: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.refusal.set('');
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.refusal.set(error.detail);
    } finally {
      this.busy.set(false);
    }
  }
}

function hasDraft({ records }: SubjectView): boolean {
  return records.some(({ status }) => status === 'draft' || status === 'confirmed');
}
