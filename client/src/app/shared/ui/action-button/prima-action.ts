import { Directive, input } from '@angular/core';

/**
 * Meaning of a colour, as in Prima: green adds or is well, blue acts, red closes or is wrong, amber
 * wants attention.
 */
export type Tone = 'green' | 'blue' | 'red' | 'amber' | 'neutral';

/** Colours a Material button by its meaning: `<button matButton="filled" primaAction="blue">`. */
@Directive({
  selector: '[primaAction]',
  host: { '[class]': '"prima-action-" + primaAction()' },
})
export class PrimaAction {
  readonly primaAction = input.required<Exclude<Tone, 'neutral'>>();
}
