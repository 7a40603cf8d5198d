import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import type { DeviceView } from '#contracts/device.contract.js';
import { appTexts } from '../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { paths } from '../../../core/navigation/paths.js';
import { Session } from '../../../core/session/session.js';
import { PrimaAction } from '../../../shared/ui/action-button/prima-action.js';
import { DIALOG_PARTS } from '../../../shared/ui/dialogs/dialog-parts.js';
import { waConnectedTexts } from '../i18n/wa-connected-texts.js';
import { DeviceStatusView } from './device-status.js';

/** Why a device has its status, and the way on when there is one. */
@Component({
  selector: 'prima-device-reason-dialog',
  imports: [DeviceStatusView, MatButton, DIALOG_PARTS, PrimaAction, RouterLink],
  template: `
    <h2 mat-dialog-title>{{ t('status.dialogTitle', { name: device.name }) }}</h2>
    <mat-dialog-content>
      <prima-device-status [device]="device" [withReason]="true" />
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      @if (device.state !== 'ready' && session.can('devices:manage')) {
        <a
          matButton="filled"
          primaAction="blue"
          mat-dialog-close
          [routerLink]="paths.deviceScan(device.id)"
          >{{ t('action.scan') }}</a
        >
      }
      <button matButton="filled" primaAction="red" type="button" mat-dialog-close>
        {{ app('action.close') }}
      </button>
    </mat-dialog-actions>
  `,
})
export class DeviceReasonDialog {
  protected readonly device = inject<DeviceView>(MAT_DIALOG_DATA);
  protected readonly session = inject(Session);
  protected readonly paths = paths;
  protected readonly app = injectTexts(appTexts);
  protected readonly t = injectTexts(waConnectedTexts);
}
