import { Component, DestroyRef, inject, input, output } from '@angular/core';
import { Control } from '../../../../shared/forms/field/control.js';
import { Field } from '../../../../shared/forms/field/field.js';
import { Icon } from '../../../../shared/ui/icon/icon.js';

/** Milliseconds of rest after the last key before a search is asked for. */
const REST = 300;

/** A search box that speaks up once the typing rests. */
@Component({
  selector: 'prima-search-field',
  imports: [Icon, Field, Control],
  template: `
    <prima-field [label]="label()">
      <prima-icon primaPrefix name="search" />
      <input
        primaControl
        type="search"
        autocomplete="off"
        maxlength="100"
        [value]="value()"
        (input)="type($event)"
      />
    </prima-field>
  `,
  styles: `
    :host {
      display: block;
    }

    prima-field {
      width: 100%;
    }

    prima-icon {
      margin-inline: 12px 8px;
    }
  `,
})
export class SearchField {
  readonly label = input.required<string>();
  readonly value = input.required<string>();
  readonly valueChange = output<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected type(event: Event): void {
    const words = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.valueChange.emit(words), REST);
  }
}
