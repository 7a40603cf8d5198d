import { Injectable, computed, inject } from '@angular/core';
import { Language } from '../../core/i18n/language.js';
import { Formatter } from './formatter.js';

/** The one formatter of the screens. `write()` reads a signal, so templates follow the language. */
@Injectable({ providedIn: 'root' })
export class Format {
  private readonly language = inject(Language);
  /** The formatter of the language of the moment. */
  readonly write = computed(() => new Formatter(this.language.current()));
}
