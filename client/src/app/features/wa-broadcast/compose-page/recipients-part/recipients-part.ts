import {
  Component,
  type ElementRef,
  computed,
  inject,
  input,
  inputBinding,
  outputBinding,
  output,
  viewChildren,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import type { ImportSource } from '#contracts/recipient-import.contract.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { Format } from '../../../../shared/format/format.js';
import { PrimaAction } from '../../../../shared/ui/action-button/prima-action.js';
import { Confirm } from '../../../../shared/ui/confirm-dialog/confirm.js';
import { Icon } from '../../../../shared/ui/icon/icon.js';
import { RecipientDraft } from '../../data/recipient-draft.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';
import { Callout } from '../../ui/callout/callout.js';
import { FreetextEditor } from '../freetext-editor/freetext-editor.js';
import { Lazy, type LazyPart } from '../../../../shared/ui/lazy/lazy.js';
import { Skeleton } from '../../../../shared/ui/skeleton/skeleton.js';

/** Second part: who receives the message, by Freetext or by Upload Excel, one of the two. */
@Component({
  selector: 'prima-recipients-part',
  imports: [Callout, FreetextEditor, Icon, MatButton, PrimaAction, Skeleton, Lazy],
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
  private readonly ways = viewChildren<ElementRef<HTMLInputElement>>('way');
  protected readonly draft = inject(RecipientDraft);
  protected readonly t = injectTexts(waBroadcastTexts);
  protected readonly upload: LazyPart = {
    load: async () => (await import('../upload-panel/upload-panel.js')).UploadPanel,
  };
  /** Often long, and below the text that most edits are about. */
  protected readonly storedList: LazyPart = {
    load: async () => (await import('../stored-recipients/stored-recipients.js')).StoredRecipients,
    bindings: [
      inputBinding('broadcast', this.draft.stored),
      outputBinding<BroadcastView>('changed', (broadcast) => {
        this.changed.emit(broadcast);
      }),
    ],
    whenSeen: true,
  };

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
  protected async choose(event: Event): Promise<void> {
    const pressed = event.target as HTMLInputElement;
    const side = pressed.value as ImportSource;
    // Shown once it is so: until then, and when the answer is no, the other one stays pressed.
    this.show(this.draft.side());
    if (!(await this.mayReplace())) return;
    this.draft.startAnew(side);
    this.show(side);
  }

  /** Ganti daftar: the same side, empty. */
  protected async replace(): Promise<void> {
    if (await this.mayReplace()) this.draft.startAnew(this.draft.side());
  }

  private show(side: ImportSource): void {
    for (const { nativeElement: way } of this.ways()) way.checked = way.value === side;
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
