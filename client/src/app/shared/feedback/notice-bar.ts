import { Component, ElementRef, afterNextRender, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';

/**
 * One short message at the foot of the window, above everything that is open. It is only seen: a screen
 * reader hears it from `Notifier`.
 */
@Component({
  selector: 'prima-notice-bar',
  imports: [MatButton],
  // A popover, since a dialog is one and hides from screen readers what beside it is none.
  host: { popover: 'manual' },
  template: `
    <span>{{ sentence() }}</span>
    @if (dismiss(); as word) {
      <button matButton type="button" (click)="close()">{{ word }}</button>
    }
  `,
  styles: `
    :host {
      position: fixed;
      inset: auto 8px calc(8px + var(--prima-below-sight, 0px));
      gap: 8px;
      align-items: center;
      width: fit-content;
      min-width: min(344px, 100vw - 16px);
      max-width: min(672px, 100vw - 16px);
      min-height: 48px;
      margin: 0 auto;
      padding: 4px 8px 4px 16px;
      border: 0;
      border-radius: 4px;
      background: var(--mat-sys-inverse-surface);
      color: var(--mat-sys-inverse-on-surface);
      font: var(--mat-sys-body-medium);
      box-shadow: var(--mat-sys-level3);
    }

    :host(:popover-open) {
      display: flex;
    }

    span {
      flex: 1;
      padding-block: 10px;
    }

    button {
      --mat-button-text-label-text-color: var(--mat-sys-inverse-primary);
    }
  `,
})
export class NoticeBar {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly sentence = signal('');
  /** What the button says that closes it; null: it goes by itself soon enough. */
  protected readonly dismiss = signal<string | null>(null);

  constructor() {
    afterNextRender(() => {
      this.toFront();
    });
  }

  /** Says `sentence` in place of what it said before. */
  show(sentence: string, dismiss: string | null): void {
    this.sentence.set(sentence);
    this.dismiss.set(dismiss);
    this.toFront();
  }

  /** Takes it away. */
  close(): void {
    if (this.host.matches(':popover-open')) this.host.hidePopover();
  }

  /** Above a dialog that was opened since: the latest popover is the topmost. */
  private toFront(): void {
    if (!this.host.isConnected) return;
    this.close();
    this.host.showPopover();
  }
}
