import { Component, DestroyRef, inject, input, output } from '@angular/core';
import { MatFormField, MatLabel, MatPrefix } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Icon } from '../../../../shared/ui/icon/icon.js';

/** Milliseconds of rest after the last key before a search is asked for. */
const REST = 300;

/** A search box that speaks up once the typing rests. */
@Component({
  selector: 'prima-search-field',
  imports: [Icon, MatFormField, MatInput, MatLabel, MatPrefix],
  template: `
    <mat-form-field appearance="outline" subscriptSizing="dynamic">
      <mat-label>{{ label() }}</mat-label>
      <prima-icon matPrefix name="search" />
      <input
        matInput
        type="search"
        autocomplete="off"
        maxlength="100"
        [value]="value()"
        (input)="type($event)"
      />
    </mat-form-field>
  `,
  styles: `
    :host {
      display: block;
    }

    mat-form-field {
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
