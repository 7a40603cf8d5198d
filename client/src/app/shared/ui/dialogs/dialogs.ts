import { Injectable, Injector, type Type, inject } from '@angular/core';
import type { MatDialog, MatDialogConfig } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { Notifier } from '../../feedback/notifier.js';

/**
 * Opens dialogs. Their code, and Material's for all dialogs, is loaded with the first press of a button:
 * no page waits for what few visits need.
 */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  private readonly injector = inject(Injector);
  private readonly notifier = inject(Notifier);
  private material: MatDialog | null = null;
  private loading = false;

  /**
   * Opens the dialog that `load` brings and waits until it is closed.
   *
   * @returns what it was closed with; undefined also when its code did not come, which is then said, and
   *   when another one is just being opened: a second press of the same button
   */
  async open<C, R = unknown>(
    load: () => Promise<Type<C>>,
    config: MatDialogConfig,
  ): Promise<R | undefined> {
    if (this.loading) return undefined;
    this.loading = true;
    try {
      const [{ MatDialog }, dialog] = await Promise.all([import('./mat-dialog.js'), load()]);
      this.material = this.injector.get(MatDialog);
      const opened = this.material.open<C, unknown, R>(dialog, config);
      this.loading = false;
      return await firstValueFrom(opened.afterClosed());
    } catch (error) {
      this.notifier.problem(error);
      return undefined;
    } finally {
      this.loading = false;
    }
  }

  /** Closes whatever is open. */
  closeAll(): void {
    this.material?.closeAll();
  }
}
