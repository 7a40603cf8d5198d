import { Component, model } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { appTexts } from '../../core/i18n/app-texts.js';
import { injectTexts } from '../../core/i18n/texts.js';
import { Icon } from '../ui/icon/icon.js';

/** The eye beside a password: `<prima-password-toggle primaSuffix [(shown)]="shown" />`. */
@Component({
  selector: 'prima-password-toggle',
  imports: [Icon, MatIconButton],
  template: `
    <button
      matIconButton
      type="button"
      [attr.aria-label]="t(shown() ? 'action.hidePassword' : 'action.showPassword')"
      (click)="shown.set(!shown())"
    >
      <prima-icon [name]="shown() ? 'visibility_off' : 'visibility'" />
    </button>
  `,
})
export class PasswordToggle {
  readonly shown = model.required<boolean>();
  protected readonly t = injectTexts(appTexts);
}
