import { Component, computed, contentChild, forwardRef, inject, input } from '@angular/core';
import { _IdGenerator } from '@angular/cdk/a11y';
import { FieldError } from '../field-error.js';
import { FieldAround } from './control.js';

/**
 * A labelled field: `<prima-field [label]="…"><input primaControl /></prima-field>`, with `primaPrefix`,
 * `primaSuffix`, a `primaHint` below and a `<prima-field-error>` that takes the place of the hint. It looks like
 * Material's outlined field, whose code would be 25 kB of every page with a form: that one knows all the forms
 * Angular ever had, this one knows signal forms and native controls.
 */
@Component({
  selector: 'prima-field',
  providers: [{ provide: FieldAround, useExisting: forwardRef(() => Field) }],
  host: { '[class.wrong]': 'wrong()' },
  template: `
    <div class="box">
      <label [attr.for]="controlId">{{ label() }}</label>
      <ng-content select="[primaPrefix]" />
      <div class="inside"><ng-content /></div>
      <ng-content select="[primaSuffix]" />
      <!-- Draws the border with a gap for the label on whatever is behind it. -->
      <fieldset aria-hidden="true">
        <legend>{{ label() }}</legend>
      </fieldset>
    </div>
    <div class="line" [id]="lineId">
      @if (!wrong()) {
        <ng-content select="[primaHint]" />
      }
      <span aria-live="polite">
        @if (wrong()) {
          <ng-content select="prima-field-error" />
        }
      </span>
    </div>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }

    .box {
      position: relative;
      display: flex;
      align-items: center;
      min-height: 56px;
      border-radius: 4px;
    }

    .inside {
      position: relative;
      flex: 1;
      min-width: 0;
    }

    label {
      position: absolute;
      top: 0;
      left: 16px;
      max-width: calc(100% - 32px);
      overflow: hidden;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-small);
      text-overflow: ellipsis;
      white-space: nowrap;
      transform: translateY(-50%);
    }

    fieldset {
      position: absolute;
      inset: -8px 0 0;
      min-width: 0;
      margin: 0;
      padding: 0 12px;
      border: 1px solid var(--mat-sys-outline);
      border-radius: 4px;
      pointer-events: none;
    }

    legend {
      height: 16px;
      max-width: 100%;
      padding: 0 4px;
      overflow: hidden;
      font: var(--mat-sys-body-small);
      white-space: nowrap;
      visibility: hidden;
    }

    .box:hover fieldset {
      border-color: var(--mat-sys-on-surface);
    }

    .box:focus-within fieldset {
      border: 2px solid var(--mat-sys-primary);
    }

    .box:focus-within label {
      color: var(--mat-sys-primary);
    }

    .line {
      padding: 2px 16px 0;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-body-small);
    }

    .line > span {
      color: var(--mat-sys-error);
    }

    :host(.wrong) fieldset,
    :host(.wrong) .box:is(:hover, :focus-within) fieldset {
      border-color: var(--mat-sys-error);
    }

    :host(.wrong) .box label {
      color: var(--mat-sys-error);
    }
  `,
})
export class Field implements FieldAround {
  readonly label = input.required<string>();
  private readonly error = contentChild(FieldError);
  readonly controlId = inject(_IdGenerator).getId('prima-control-');
  readonly lineId = `${this.controlId}-line`;
  /** A fault is not shown before a person has left the field or pressed the button. */
  readonly wrong = computed(() => {
    const state = this.error()?.field();
    return state !== undefined && state.invalid() && state.touched();
  });
}
