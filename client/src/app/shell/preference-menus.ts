import { Component, inject } from '@angular/core';
import { appTexts } from '../core/i18n/app-texts.js';
import { LANGUAGES, Language, type LanguageCode } from '../core/i18n/language.js';
import { injectTexts } from '../core/i18n/texts.js';
import { ColorScheme, SCHEMES, type Scheme } from '../core/theme/color-scheme.js';
import { Icon, type IconName } from '../shared/ui/icon/icon.js';
import { MenuItem } from '../shared/ui/menu/menu-item.js';
import { Menu } from '../shared/ui/menu/menu.js';

const SCHEME_ICONS: Readonly<Record<Scheme, IconName>> = {
  auto: 'contrast',
  light: 'light_mode',
  dark: 'dark_mode',
};

/** The two choices that everybody has on every page: language and light or dark. */
@Component({
  selector: 'prima-preference-menus',
  imports: [Icon, Menu, MenuItem],
  template: `
    <prima-menu icon="translate" [label]="t('language.label')">
      @for (code of codes; track code) {
        <button
          primaMenuItem
          type="button"
          role="menuitemradio"
          [attr.lang]="code"
          [attr.aria-checked]="code === language.current()"
          (click)="language.use(code)"
        >
          <prima-icon [name]="code === language.current() ? 'check' : 'language'" />
          {{ languageName(code) }}
        </button>
      }
    </prima-menu>

    <prima-menu [icon]="icons[scheme.current()]" [label]="t('theme.label')">
      @for (name of schemeNames; track name) {
        <button
          primaMenuItem
          type="button"
          role="menuitemradio"
          [attr.aria-checked]="name === scheme.current()"
          (click)="scheme.use(name)"
        >
          <prima-icon [name]="name === scheme.current() ? 'check' : icons[name]" />
          {{ schemeLabel(name) }}
        </button>
      }
    </prima-menu>
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
