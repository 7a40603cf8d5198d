import { Component, computed, inject, input, resource, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { injectTexts } from '../../../core/i18n/texts.js';
import { paths } from '../../../core/navigation/paths.js';
import {
  type HasUnsavedChanges,
  askBeforeUnload,
} from '../../../shared/feedback/unsaved-changes.js';
import { PrimaAction } from '../../../shared/ui/action-button/prima-action.js';
import { EmptyState } from '../../../shared/ui/empty-state/empty-state.js';
import { ErrorState } from '../../../shared/ui/error-state/error-state.js';
import { PageHeader } from '../../../shared/ui/page-header/page-header.js';
import { Skeleton } from '../../../shared/ui/skeleton/skeleton.js';
import { BroadcastClient } from '../data/broadcast-client.js';
import { isEditable } from '../data/broadcast-facts.js';
import { waBroadcastTexts } from '../i18n/wa-broadcast-texts.js';
import { ComposeForm } from './compose-form/compose-form.js';

/** Tambah Pesan; with an id Edit Pesan, refused once sending has begun. */
@Component({
  selector: 'prima-compose-page',
  imports: [
    ComposeForm,
    EmptyState,
    ErrorState,
    MatButton,
    PageHeader,
    PrimaAction,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './compose-page.html',
})
export class ComposePage implements HasUnsavedChanges {
  /** The message to edit; a new one without it. */
  readonly id = input<string>();
  private readonly client = inject(BroadcastClient);
  private readonly composeForm = viewChild(ComposeForm);
  protected readonly t = injectTexts(waBroadcastTexts);
  protected readonly paths = paths;

  /** Read once: what others change meanwhile must not slip under what is being typed. */
  protected readonly broadcast = resource({
    params: () => this.id(),
    loader: ({ params }) => this.client.find(params),
  });
  protected readonly title = computed(() =>
    this.t(this.id() === undefined ? 'compose.createTitle' : 'compose.editTitle'),
  );
  /** A message of which something was sent already. */
  protected readonly refused = computed(() => {
    const broadcast = this.broadcast.hasValue() ? this.broadcast.value() : null;
    return broadcast && !isEditable(broadcast) ? broadcast : null;
  });

  constructor() {
    askBeforeUnload(this);
  }

  hasUnsavedChanges(): boolean {
    return this.composeForm()?.hasUnsavedChanges() ?? false;
  }
}
