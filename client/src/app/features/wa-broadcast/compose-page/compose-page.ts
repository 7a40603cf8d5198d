import { Component } from '@angular/core';
import type { HasUnsavedChanges } from '../../../shared/feedback/unsaved-changes.js';

/** Tambah and Edit Pesan. */
@Component({ selector: 'prima-compose-page', template: '' })
export class ComposePage implements HasUnsavedChanges {
  hasUnsavedChanges(): boolean {
    return false;
  }
}
