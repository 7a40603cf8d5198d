import {
  type EnvironmentProviders,
  inject,
  makeEnvironmentProviders,
  provideAppInitializer,
} from '@angular/core';
import { appTexts } from './app-texts.js';
import { Language } from './language.js';

/** Provides the texts of the application and loads those of the frame before the first page. */
export function provideTexts(): EnvironmentProviders {
  return makeEnvironmentProviders([
    provideAppInitializer(() => inject(Language).addScope(appTexts)),
  ]);
}
