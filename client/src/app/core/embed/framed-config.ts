import { HashLocationStrategy, LocationStrategy } from '@angular/common';
import { type ApplicationConfig, inject, provideAppInitializer } from '@angular/core';
import { ENTRY_CODE } from './entry-code.js';
import { Frame } from './frame.js';

/** What is otherwise in a page that was delivered into a frame with `code`. */
export const framedConfig = (code: string): ApplicationConfig => ({
  providers: [
    { provide: ENTRY_CODE, useValue: code },
    // The address stays that of the form post: nothing below it may be framed, and a reload of the frame
    // leads there, which says that it opens from the menu.
    { provide: LocationStrategy, useClass: HashLocationStrategy },
    provideAppInitializer(() => inject(Frame).start()),
  ],
});
