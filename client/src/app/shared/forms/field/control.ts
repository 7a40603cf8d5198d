import { Directive, type Signal, computed, inject, input } from '@angular/core';

/** What a control asks of the field around it. */
export abstract class FieldAround {
  /** Id for the control, which the label names. */
  abstract readonly controlId: string;
  /** Id of the line below it, with the hint or the fault. */
  abstract readonly lineId: string;
  /** Whether a fault is shown. */
  abstract readonly wrong: Signal<boolean>;
}

/**
 * What is typed into or chosen from inside of a `<prima-field>`: a native input, textarea or select, by itself
 * or with `[formField]`. Its looks are in `styles.scss`.
 */
@Directive({
  selector: 'input[primaControl], textarea[primaControl], select[primaControl]',
  host: {
    class: 'prima-control',
    '[id]': 'field.controlId',
    '[attr.aria-describedby]': 'descriptions()',
    '[attr.aria-invalid]': 'field.wrong() || null',
  },
})
export class Control {
  /** Id of what describes it besides the line below it. */
  readonly describedBy = input('');
  protected readonly field = inject(FieldAround);
  protected readonly descriptions = computed(() =>
    `${this.describedBy()} ${this.field.lineId}`.trim(),
  );
}
