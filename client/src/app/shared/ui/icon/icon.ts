import { Component, computed, input } from '@angular/core';
import { ICONS } from './icon-names.js';

/** Names of the icons in the bundled font; more are added with `scripts/icons.mjs`. */
export type IconName = keyof typeof ICONS;

/**
 * An icon of the bundled font. Decoration only, hidden from screen readers: the word beside it, or
 * the label of its button, says what it means. In a button it stands as `<prima-icon matButtonIcon>`.
 */
@Component({
  selector: 'prima-icon',
  template: '{{ character() }}',
  host: { class: 'mat-icon notranslate', 'aria-hidden': 'true' },
  styles: `
    :host {
      display: inline-block;
      flex: none;
      width: 1em;
      height: 1em;
      overflow: hidden;
      font-family: 'Prima Icons';
      font-size: 24px;
      font-style: normal;
      font-weight: 400;
      line-height: 1;
      user-select: none;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();
  protected readonly character = computed(() => ICONS[this.name()]);
}
