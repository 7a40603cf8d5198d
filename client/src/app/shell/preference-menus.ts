import { Component, inject } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { appTexts } from '../core/i18n/app-texts.js';
import { LANGUAGES, Language, type LanguageCode } from '../core/i18n/language.js';
import { injectTexts } from '../core/i18n/texts.js';
import { ColorScheme, SCHEMES, type Scheme } from '../core/theme/color-scheme.js';
import { Icon, type IconName } from '../shared/ui/icon/icon.js';

const SCHEME_ICONS: Readonly<Record<Scheme, IconName>> = {
  auto: 'contrast',
  light: 'light_mode',
  dark: 'dark_mode',
};

/** The two choices that everybody has on every page: language and light or dark. */
@Component({
  selector: 'prima-preference-menus',
  imports: [Icon, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger],
  template: `
    <button
      matIconButton
      type="button"
      [matMenuTriggerFor]="languages"
      [attr.aria-label]="t('language.label')"
    >
      <prima-icon name="translate" />
    </button>
    <mat-menu #languages>
      @for (code of codes; track code) {
        <button
          mat-menu-item
          type="button"
          role="menuitemradio"
          [attr.lang]="code"
          [attr.aria-checked]="code === language.current()"
          (click)="language.use(code)"
        >
          <prima-icon matMenuItemIcon [name]="code === language.current() ? 'check' : 'language'" />
          {{ languageName(code) }}
        </button>
      }
    </mat-menu>

    <button
      matIconButton
      type="button"
      [matMenuTriggerFor]="schemes"
      [attr.aria-label]="t('theme.label')"
    >
      <prima-icon [name]="icons[scheme.current()]" />
    </button>
    <mat-menu #schemes>
      @for (name of schemeNames; track name) {
        <button
          mat-menu-item
          type="button"
          role="menuitemradio"
          [attr.aria-checked]="name === scheme.current()"
          (click)="scheme.use(name)"
        >
          <prima-icon matMenuItemIcon [name]="name === scheme.current() ? 'check' : icons[name]" />
          {{ schemeLabel(name) }}
        </button>
      }
    </mat-menu>
  `,
  styles: `
    :host {
      display: inline-flex;
    }
  `,
})
export class PreferenceMenus {
  protected readonly t = injectTexts(appTexts);
  protected readonly language = inject(Language);
  protected readonly scheme = inject(ColorScheme);
  protected readonly codes = LANGUAGES;
  protected readonly schemeNames = SCHEMES;
  protected readonly icons = SCHEME_ICONS;

  protected languageName(code: LanguageCode): string {
    return this.t(`language.${code}`);
  }

  protected schemeLabel(name: Scheme): string {
    return this.t(`theme.${name}`);
  }
}
