import { DOCUMENT, DestroyRef, inject } from '@angular/core';
import type { CanDeactivateFn } from '@angular/router';
import { UnsavedWork } from '../../core/embed/unsaved-work.js';
import { appTexts } from '../../core/i18n/app-texts.js';
import { injectTexts } from '../../core/i18n/texts.js';
import { Confirm } from '../ui/confirm-dialog/confirm.js';

/** A page that may hold what the person has not saved yet. */
export interface HasUnsavedChanges {
  hasUnsavedChanges(): boolean;
}

/** `canDeactivate` of such a page: asks before it is left within the application. */
export const unsavedChangesGuard: CanDeactivateFn<HasUnsavedChanges> = (page) => {
  if (!page.hasUnsavedChanges()) return true;
  const t = injectTexts(appTexts);
  return inject(Confirm).ask({
    title: t('unsaved.title'),
    text: [t('unsaved.text')],
    yes: t('unsaved.leave'),
    no: t('unsaved.stay'),
    tone: 'red',
  });
};

/**
 * Makes the browser ask before the tab is closed or reloaded, and tells a dashboard around us; call it in
 * the page's constructor.
 */
export function askBeforeUnload(page: HasUnsavedChanges): void {
  const window = inject(DOCUMENT).defaultView;
  inject(UnsavedWork).watch(() => page.hasUnsavedChanges());
  const ask = (event: BeforeUnloadEvent) => {
    if (page.hasUnsavedChanges()) event.preventDefault();
  };
  window?.addEventListener('beforeunload', ask);
  inject(DestroyRef).onDestroy(() => window?.removeEventListener('beforeunload', ask));
}
