import { Component, computed, input } from '@angular/core';
import { appTexts } from '../../core/i18n/app-texts.js';
import { injectTexts } from '../../core/i18n/texts.js';
import type { Tone } from '../ui/action-button/prima-action.js';
import { type PasswordStrength, strengthOf } from './password-strength.js';

const LOOKS: Readonly<Record<PasswordStrength, { tone: Tone; steps: number }>> = {
  short: { tone: 'red', steps: 1 },
  weak: { tone: 'amber', steps: 2 },
  fair: { tone: 'blue', steps: 3 },
  strong: { tone: 'green', steps: 4 },
};

/** Strength of a password while it is typed: a word, and steps that repeat it. */
@Component({
  selector: 'prima-strength-meter',
  host: { role: 'status', '[class]': '"prima-tone-" + look().tone' },
  template: `
    <div class="steps" aria-hidden="true">
      @for (step of [1, 2, 3, 4]; track step) {
        <span [class.reached]="step <= look().steps"></span>
      }
    </div>
    {{ t('strength.label', { level: t(level()) }) }}
  `,
  styles: `
    :host {
      display: block;
      padding: 0 16px 12px;
      color: var(--prima-tone);
      font: var(--mat-sys-body-small);
    }

    .steps {
      display: grid;
      grid-template-columns: repeat(4, 1fr);
      gap: 4px;
      margin-bottom: 4px;
    }

    .steps span {
      height: 4px;
      border-radius: 2px;
      background: var(--mat-sys-surface-container-highest);
    }

    .steps .reached {
      background: var(--prima-tone);
    }
  `,
})
export class StrengthMeter {
  readonly password = input.required<string>();
  protected readonly t = injectTexts(appTexts);
  private readonly strength = computed(() => strengthOf(this.password()));
  protected readonly look = computed(() => LOOKS[this.strength()]);
  protected readonly level = computed(() => `strength.${this.strength()}` as const);
}
