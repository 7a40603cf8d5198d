import { Component } from '@angular/core';
import { appTexts } from '../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { StatusChip } from '../status-chip/status-chip.js';

/** Says that a device only plays: nothing that it "sends" reaches anybody. */
@Component({
  selector: 'prima-practice-mark',
  imports: [StatusChip],
  template: '<prima-status-chip tone="neutral" icon="school" [label]="t(\'state.practice\')" />',
})
export class PracticeMark {
  protected readonly t = injectTexts(appTexts);
}
