import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { _IdGenerator } from '@angular/cdk/a11y';
import { MatIconButton } from '@angular/material/button';
import { Icon, type IconName } from '../icon/icon.js';

/** Between the button and its menu, in pixels. */
const GAP = 4;

/**
 * A button with an icon that opens a menu (WAI-ARIA menu button pattern): arrow keys, Home, End and first
 * letters move, Escape, Tab and a click elsewhere close it, and the focus returns to the button. The browser's
 * own popover does most of it; Material's menu would bring 22 kB of overlays to every page.
 */
@Component({
  selector: 'prima-menu',
  imports: [Icon, MatIconButton],
  template: `
    <button
      #opener
      matIconButton
      type="button"
      aria-haspopup="menu"
      [attr.popovertarget]="id"
      [attr.aria-label]="label()"
      [attr.aria-expanded]="open()"
      (keydown.arrowdown)="show($event)"
    >
      <prima-icon [name]="icon()" />
    </button>
    <div
      #panel
      popover
      role="menu"
      class="panel"
      tabindex="-1"
      [id]="id"
      [attr.aria-label]="label()"
      (beforetoggle)="prepare($event)"
      (keydown)="move($event)"
      (click)="choose($event)"
    >
      @if (open()) {
        <ng-content />
      }
    </div>
  `,
  styles: `
    .panel {
      position: fixed;
      inset: auto;
      min-width: 112px;
      max-width: min(280px, 100vw - 16px);
      margin: 0;
      padding: 8px 0;
      border: 0;
      border-radius: 4px;
      background: var(--mat-sys-surface-container);
      color: var(--mat-sys-on-surface);
      box-shadow: var(--mat-sys-level2);
    }
  `,
})
export class Menu {
  /** Name of the button and of its menu. */
  readonly label = input.required<string>();
  readonly icon = input.required<IconName>();
  private readonly injector = inject(Injector);
  private readonly opener = viewChild.required('opener', { read: ElementRef });
  private readonly panel = viewChild.required<ElementRef<HTMLElement>>('panel');
  protected readonly id = inject(_IdGenerator).getId('prima-menu-');
  protected readonly open = signal(false);

  protected show(event: Event): void {
    event.preventDefault();
    this.panel().nativeElement.showPopover();
  }

  /** Below the button, its right edges in one line: it stands at the right end of a bar. */
  protected prepare(event: Event): void {
    const opens = (event as ToggleEvent).newState === 'open';
    this.open.set(opens);
    if (!opens) return;
    const { style, ownerDocument } = this.panel().nativeElement;
    const button = (this.opener().nativeElement as HTMLElement).getBoundingClientRect();
    style.top = `${String(button.bottom + GAP)}px`;
    style.right = `${String(ownerDocument.documentElement.clientWidth - button.right)}px`;
    afterNextRender(() => this.items()[0]?.focus(), { injector: this.injector });
  }

  protected move(event: KeyboardEvent): void {
    const items = this.items();
    const at = items.findIndex((item) => item === item.ownerDocument.activeElement);
    const next = placeAfter(event.key, at, items);
    if (next !== null) {
      event.preventDefault();
      items.at(next % items.length)?.focus();
    } else if (event.key === 'Tab') {
      // Back to the button, from which the browser then goes on.
      this.panel().nativeElement.hidePopover();
    }
  }

  protected choose(event: Event): void {
    const item = (event.target as Element).closest('[role^="menuitem"]');
    if (item) this.panel().nativeElement.hidePopover();
  }

  private items(): HTMLElement[] {
    return [...this.panel().nativeElement.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
  }
}

/** Where a key leads from the item at `at`, counted from 0 or backwards from -1; null: nowhere. */
function placeAfter(key: string, at: number, items: readonly HTMLElement[]): number | null {
  if (key === 'ArrowDown') return at + 1;
  if (key === 'ArrowUp') return at - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return -1;
  if (key.length !== 1 || key === ' ') return null;
  const starts = (item: HTMLElement) =>
    item.innerText.trim().toLowerCase().startsWith(key.toLowerCase());
  const later = items.findIndex((item, place) => place > at && starts(item));
  const found = later < 0 ? items.findIndex(starts) : later;
  return found < 0 ? null : found;
}
