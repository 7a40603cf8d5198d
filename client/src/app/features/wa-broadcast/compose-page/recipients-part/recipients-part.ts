import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatButtonToggle, MatButtonToggleGroup } from '@angular/material/button-toggle';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import type { ImportSource } from '#contracts/recipient-import.contract.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { Format } from '../../../../shared/format/format.js';
import { PrimaAction } from '../../../../shared/ui/action-button/prima-action.js';
import { Confirm } from '../../../../shared/ui/confirm-dialog/confirm-dialog.js';
import { Icon } from '../../../../shared/ui/icon/icon.js';
import { RecipientDraft } from '../../data/recipient-draft.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';
import { Callout } from '../../ui/callout/callout.js';
import { FreetextEditor } from '../freetext-editor/freetext-editor.js';
import { StoredRecipients } from '../stored-recipients/stored-recipients.js';
import { UploadPanel } from '../upload-panel/upload-panel.js';

/** Second part: who receives the message, by Freetext or by Upload Excel, one of the two. */
@Component({
  selector: 'prima-recipients-part',
  imports: [
    Callout,
    FreetextEditor,
    Icon,
    MatButton,
    MatButtonToggle,
    MatButtonToggleGroup,
    PrimaAction,
    StoredRecipients,
    UploadPanel,
  ],
  templateUrl: './recipients-part.html',
  styleUrl: './recipients-part.scss',
})
export class RecipientsPart {
  /** Whether a fault is shown that a person may still be about to mend. */
  readonly faultShown = input.required<boolean>();
  /** The message after one of its stored recipients was corrected or removed. */
  readonly changed = output<BroadcastView>();
  private readonly confirm = inject(Confirm);
  private readonly format = inject(Format);
  protected readonly draft = inject(RecipientDraft);
  protected readonly t = injectTexts(waBroadcastTexts);

  protected readonly fault = computed(() => {
    const fault = this.faultShown() ? this.draft.fault() : null;
    if (fault === null) return '';
    if (fault === 'reading') return this.t('check.reading');
    return this.t(fault === 'none' ? 'check.noRecipients' : 'check.chooseColumns');
  });

  protected readonly storedCount = computed(() => {
    const count = this.draft.stored()?.recipientCount ?? 0;
    return this.t.plural('source.kept', count, { n: this.format.write().number(count) });
  });

  /** Freetext or Upload Excel; asks first when recipients would be lost. */
  protected async choose(group: MatButtonToggleGroup): Promise<void> {
    const side = group.value as ImportSource;
    if (await this.mayReplace()) this.draft.startAnew(side);
    // The group shows what was pressed, also when the answer was no.
    else group.value = this.draft.side();
  }

  /** Ganti daftar: the same side, empty. */
  protected async replace(): Promise<void> {
    if (await this.mayReplace()) this.draft.startAnew(this.draft.side());
  }

  private async mayReplace(): Promise<boolean> {
    const count = this.draft.count();
    if (count === 0) return true;
    return this.confirm.ask({
      title: this.t('source.replaceTitle'),
      text: [this.t('source.replaceText', { n: this.format.write().number(count) })],
      yes: this.t('source.replaceYes'),
      no: this.t('source.replaceNo'),
      tone: 'blue',
    });
  }
}
