import { Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { injectTexts } from '../../../core/i18n/texts.js';
import { PageHeader } from '../../../shared/ui/page-header/page-header.js';
import { waConnectedTexts } from '../i18n/wa-connected-texts.js';

/** The list of WA Connected. */
@Component({
  selector: 'prima-device-list-page',
  imports: [PageHeader, RouterOutlet],
  template: '<prima-page-header [title]="t(\'title\')" /><router-outlet />',
})
export class DeviceListPage {
  protected readonly t = injectTexts(waConnectedTexts);
}
