import { DOCUMENT, Injectable, inject, signal } from '@angular/core';
import { readPreference, writePreference } from '../browser-storage.js';

/** Choices of the person; `auto` follows the device. */
export const SCHEMES = ['auto', 'light', 'dark'] as const;
/** One of {@link SCHEMES}. */
export type Scheme = (typeof SCHEMES)[number];

const PREFERENCE = 'theme';

/** Light or dark. Writes `data-theme` on `<html>`, which `theme.scss` turns into `color-scheme`. */
@Injectable({ providedIn: 'root' })
export class ColorScheme {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly chosen = signal<Scheme>('auto');
  /** The chosen scheme. */
  readonly current = this.chosen.asReadonly();

  constructor() {
    const stored = readPreference(PREFERENCE);
    this.apply(SCHEMES.find((scheme) => scheme === stored) ?? 'auto');
  }

  /** Shows the page in `scheme` and remembers it. */
  use(scheme: Scheme): void {
    this.apply(scheme);
    writePreference(PREFERENCE, scheme);
  }

  private apply(scheme: Scheme): void {
    this.chosen.set(scheme);
    if (scheme === 'auto') this.root.removeAttribute('data-theme');
    else this.root.setAttribute('data-theme', scheme);
  }
}
