import { Component, computed, input } from '@angular/core';
import type { LinkMethod, SessionState } from '#contracts/device.contract.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { Icon } from '../../../shared/ui/icon/icon.js';
import { waConnectedTexts } from '../i18n/wa-connected-texts.js';

const STAGES = ['prepare', 'wait', 'link', 'done'] as const;

/** Place of each state on the way; in the others nothing is on its way. */
const PLACE: Partial<Record<SessionState, number>> = {
  preparing: 0,
  'waiting-for-scan': 1,
  linking: 2,
  ready: 3,
};

/** The way from preparing to done, with the present stage marked; nothing while no link is being made. */
@Component({
  selector: 'prima-link-stages',
  imports: [Icon],
  templateUrl: './link-stages.html',
  styles: `
    ol {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 20px;
      margin: 0;
      padding: 0;
      list-style: none;
    }

    li {
      display: flex;
      gap: 6px;
      align-items: center;
      color: var(--mat-sys-on-surface-variant);
    }

    li[aria-current] {
      color: var(--prima-blue);
      font-weight: 600;
    }

    .past {
      color: var(--prima-green);
    }
  `,
})
export class LinkStages {
  readonly state = input.required<SessionState>();
  readonly method = input.required<LinkMethod>();
  protected readonly t = injectTexts(waConnectedTexts);
  protected readonly stages = STAGES;
  protected readonly place = computed(() => PLACE[this.state()] ?? -1);
  protected readonly finished = computed(() => this.state() === 'ready');

  /** A code for the phone is typed, not scanned. */
  protected word(stage: (typeof STAGES)[number]): (typeof STAGES)[number] | 'waitForCode' {
    return stage === 'wait' && this.method() === 'phone-code' ? 'waitForCode' : stage;
  }
}
