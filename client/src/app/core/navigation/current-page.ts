import { Injectable, computed, effect, inject, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { appTexts } from '../i18n/app-texts.js';
import { injectTexts } from '../i18n/texts.js';
import { type Crumb, crumbsOf } from './page-data.js';

/** Steps that belong to the dashboard around this module, as the user guide names the way in. */
const OUTSIDE: readonly Crumb[] = [
  { page: 'dashboard', url: null },
  { page: 'api', url: null },
];

/** Where the person is. Names the browser tab as well, in the language of the moment. */
@Injectable({ providedIn: 'root' })
export class CurrentPage extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly t = injectTexts(appTexts);
  private readonly trail = signal<readonly Crumb[]>([]);

  /** "Dashboard › API › Whatsapp › …", the present page last. */
  readonly crumbs = computed(() => [...OUTSIDE, ...this.trail()]);

  constructor() {
    super();
    effect(() => {
      const here = this.trail().at(-1);
      const product = this.t('product');
      this.title.setTitle(here ? `${this.t(`page.${here.page}`)} · ${product}` : product);
    });
  }

  override updateTitle(state: RouterStateSnapshot): void {
    this.trail.set(crumbsOf(state.root));
  }
}
