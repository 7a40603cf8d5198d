import { BreakpointObserver } from '@angular/cdk/layout';
import {
  Component,
  DOCUMENT,
  DestroyRef,
  type OnInit,
  ViewContainerRef,
  ViewEncapsulation,
  inject,
  input,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatDialog, type MatDialogRef } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { paths } from '../../../core/navigation/paths.js';
import { RecipientsDialog, type RecipientsDialogData } from './recipients-dialog.js';

const PHONE = '(width <= 600px)';

/** Detail Penerima as an address: open while it is shown, over the list, also after a reload. */
@Component({
  selector: 'prima-recipients-route',
  template: '',
  // The frame of the dialog belongs to no component of ours, so these rules are for the whole page.
  encapsulation: ViewEncapsulation.None,
  styles: `
    .prima-recipients-panel {
      --mat-dialog-container-shape: 16px;
    }

    @media (width <= 600px) {
      .prima-recipients-panel {
        --mat-dialog-container-shape: 0;
      }
    }
  `,
})
export class RecipientsRoute implements OnInit {
  readonly id = input.required<string>();
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly destroyRef = inject(DestroyRef);
  private readonly breakpoints = inject(BreakpointObserver);
  /** Lets the dialog reach what the list page provides. */
  private readonly viewContainerRef = inject(ViewContainerRef);

  ngOnInit(): void {
    const opened = this.dialog.open<RecipientsDialog, RecipientsDialogData>(RecipientsDialog, {
      data: { id: this.id },
      viewContainerRef: this.viewContainerRef,
      panelClass: 'prima-recipients-panel',
      maxWidth: '100vw',
      maxHeight: '100dvh',
      autoFocus: 'first-heading',
      // Opened by an address, there is nothing to go back to but the page itself.
      restoreFocus: this.document.activeElement === this.document.body ? 'main h1' : true,
      // The address decides: leaving it closes the dialog, closing it leaves the address.
      closeOnNavigation: false,
    });
    this.fit(opened);
    opened
      .afterClosed()
      .pipe(takeUntilDestroyed(this.destroyRef))
      .subscribe(() => void this.router.navigateByUrl(paths.broadcasts));
    this.destroyRef.onDestroy(() => opened.close());
  }

  private fit(opened: MatDialogRef<RecipientsDialog>): void {
    this.breakpoints
      .observe(PHONE)
      .pipe(takeUntilDestroyed(this.destroyRef))
      .subscribe(({ matches }) => {
        if (matches) opened.updateSize('100vw', '100dvh');
        else opened.updateSize('min(1080px, 94vw)', '92dvh');
      });
  }
}
