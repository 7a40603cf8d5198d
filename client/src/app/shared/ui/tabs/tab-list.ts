import { Component, ElementRef, inject, input, model } from '@angular/core';

/** One tab: what it stands for and what it says. */
export interface Tab {
  readonly name: string;
  readonly label: string;
}

/**
 * Tabs side by side, also on a phone: hidden behind an arrow, nobody would look for them. The panel below is
 * the page's: `role="tabpanel"`, labelled by the id of the chosen tab, `<id>-<name>`. Arrow keys, Home and End
 * choose (WAI-ARIA tabs pattern).
 */
@Component({
  selector: 'prima-tab-list',
  host: { role: 'tablist', '(keydown)': 'turn($event)' },
  template: `
    @for (tab of tabs(); track tab.name) {
      <button
        type="button"
        role="tab"
        [id]="name() + '-' + tab.name"
        [attr.aria-selected]="tab.name === chosen()"
        [tabindex]="tab.name === chosen() ? 0 : -1"
        (click)="chosen.set(tab.name)"
      >
        {{ tab.label }}
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      border-bottom: 1px solid var(--mat-sys-surface-variant);
    }

    button {
      flex: 1;
      min-height: 48px;
      padding: 4px 8px;
      border: 0;
      border-bottom: 2px solid transparent;
      background: none;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-title-small);
      cursor: pointer;
    }

    button:hover {
      background: color-mix(in srgb, currentcolor 8%, transparent);
    }

    [aria-selected='true'] {
      border-color: var(--mat-sys-primary);
      color: var(--mat-sys-on-surface);
    }
  `,
})
export class TabList {
  readonly tabs = input.required<readonly Tab[]>();
  readonly name = input.required<string>();
  readonly chosen = model.required<string>();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected turn(event: KeyboardEvent): void {
    const names = this.tabs().map(({ name }) => name);
    const at = names.indexOf(this.chosen());
    const places: Readonly<Record<string, number>> = {
      ArrowRight: (at + 1) % names.length,
      ArrowLeft: (at + names.length - 1) % names.length,
      Home: 0,
      End: names.length - 1,
    };
    const place = places[event.key];
    const next = place === undefined ? undefined : names[place];
    if (place === undefined || next === undefined) return;
    event.preventDefault();
    this.chosen.set(next);
    this.host.querySelectorAll<HTMLElement>('[role="tab"]')[place]?.focus();
  }
}
