import { Component, input } from '@angular/core';
import { injectTexts } from '../../../core/i18n/texts.js';
import { StatusChip } from '../../../shared/ui/status-chip/status-chip.js';
import { settingsTexts } from '../i18n/settings-texts.js';

/** One policy: what it protects from and what it costs, and inside how it is chosen. */
@Component({
  selector: 'prima-policy-card',
  imports: [StatusChip],
  templateUrl: './policy-card.html',
  styleUrl: './policy-card.scss',
})
export class PolicyCard {
  /** For the id of the heading; unique on the page. */
  readonly name = input.required<string>();
  readonly title = input.required<string>();
  readonly protects = input.required<string>();
  readonly costs = input.required<string>();
  /** Whether it is on; null: that is said elsewhere. */
  readonly isOn = input<boolean | null>(null);
  protected readonly t = injectTexts(settingsTexts);
}
