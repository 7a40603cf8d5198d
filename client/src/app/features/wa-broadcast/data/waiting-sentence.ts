import { Injectable, inject } from '@angular/core';
import type { RunView } from '#contracts/broadcast.contract.js';
import { Language } from '../../../core/i18n/language.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { Format } from '../../../shared/format/format.js';
import { waBroadcastTexts } from '../i18n/wa-broadcast-texts.js';
import { endMoment } from './end-moment.js';
import { waitingReason } from './status-words.js';

/** Says that sending holds back by itself, until when and why. */
@Injectable({ providedIn: 'root' })
export class WaitingSentence {
  private readonly t = injectTexts(waBroadcastTexts);
  private readonly format = inject(Format);
  private readonly language = inject(Language);

  /** "Menunggu sampai 07.00: …"; empty when nothing holds it back. Reads signals. */
  of(run: RunView | null): string {
    const reason = waitingReason(run, this.language.current());
    if (!run?.waiting || !reason) return '';
    const until = endMoment(run.waiting.until, new Date(), this.format.write());
    return this.t('run.waiting', { until, reason });
  }
}
