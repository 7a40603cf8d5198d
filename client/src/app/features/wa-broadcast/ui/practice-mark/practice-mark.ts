import { Component } from '@angular/core';
import { appTexts } from '../../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { StatusChip } from '../../../../shared/ui/status-chip/status-chip.js';

/** Says that nothing here leaves the house: the device is one for practice. */
@Component({
  selector: 'prima-practice-mark',
  imports: [StatusChip],
  template: '<prima-status-chip tone="amber" icon="school" [label]="t(\'state.practice\')" />',
})
export class PracticeMark {
  protected readonly t = injectTexts(appTexts);
}
