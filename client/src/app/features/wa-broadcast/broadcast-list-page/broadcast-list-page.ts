import { Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { injectTexts } from '../../../core/i18n/texts.js';
import { PageHeader } from '../../../shared/ui/page-header/page-header.js';
import { waBroadcastTexts } from '../i18n/wa-broadcast-texts.js';

/** The list of WA Broadcast. */
@Component({
  selector: 'prima-broadcast-list-page',
  imports: [PageHeader, RouterOutlet],
  template: '<prima-page-header [title]="t(\'title\')" /><router-outlet />',
})
export class BroadcastListPage {
  protected readonly t = injectTexts(waBroadcastTexts);
}
