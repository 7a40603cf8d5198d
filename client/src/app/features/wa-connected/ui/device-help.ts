import { Component } from '@angular/core';
import { injectTexts } from '../../../core/i18n/texts.js';
import { HelpPanel } from '../../../shared/ui/help-panel/help-panel.js';
import { waConnectedTexts } from '../i18n/wa-connected-texts.js';

/** The INFO boxes of WA Connected: what each button does and what each status means. */
@Component({
  selector: 'prima-device-help',
  imports: [HelpPanel],
  template: `
    <prima-help-panel name="wa-connected">
      <p>
        <b>{{ t('help.add') }}</b>: {{ t('help.addText') }}
      </p>
      <p>
        <b>{{ t('help.scan') }}</b>: {{ t('help.scanText') }}
      </p>
      <p>
        <b>{{ t('help.remove') }}</b>: {{ t('help.removeText') }}
      </p>
      <p><b>disconnected</b>: {{ t('help.disconnected') }}</p>
      <p><b>connected</b>: {{ t('help.connected') }}</p>
      <p><b>authenticated</b>: {{ t('help.authenticated') }}</p>
    </prima-help-panel>
  `,
})
export class DeviceHelp {
  protected readonly t = injectTexts(waConnectedTexts);
}
