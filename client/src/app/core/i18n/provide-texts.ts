import {
  type EnvironmentProviders,
  inject,
  makeEnvironmentProviders,
  provideAppInitializer,
} from '@angular/core';
import { provideTransloco, provideTranslocoTranspiler } from '@jsverse/transloco';
import { appTexts } from './app-texts.js';
import { LANGUAGES, Language } from './language.js';
import { SinglePassTranspiler } from './single-pass-transpiler.js';

/** Provides the texts of the application and loads those of the frame before the first page. */
export function provideTexts(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideTransloco({
      config: { availableLangs: [...LANGUAGES], defaultLang: 'id', prodMode: true },
    }),
    provideTranslocoTranspiler(SinglePassTranspiler),
    provideAppInitializer(() => inject(Language).addScope(appTexts)),
  ]);
}
