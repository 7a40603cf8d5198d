import type { LookupResult } from '../../../../../application/ports/whatsapp-gateway.js';
import { NO_LOOKUP } from '../../unanswered.js';
import { askNumber } from './in-page/people.js';
import type { PageSettings } from './page-contract.js';
import type { PageLink } from '../page-link.js';

/**
 * Whether numbers have WhatsApp. One "no" is not believed: the page also says it of numbers that have
 * WhatsApp, so it is asked again after a pause, and only while it is connected.
 */
export class Lookups {
  private readonly link: PageLink;
  private readonly settings: PageSettings;

  constructor(link: PageLink, settings: PageSettings) {
    this.link = link;
    this.settings = settings;
  }

  /** Never rejects. */
  async lookup(phone: string): Promise<LookupResult> {
    try {
      const first = await this.ask(phone);
      if (first.kind !== 'not-on') return first;
      await this.link.wait(this.settings.lookupPauseMs);
      return await this.ask(phone);
    } catch {
      return NO_LOOKUP;
    }
  }

  private async ask(phone: string): Promise<LookupResult> {
    const digits = phone.replace(/\D/g, '');
    const answer = await this.link.ask(askNumber, [digits], this.settings.answerDeadlineMs);
    switch (answer.kind) {
      case 'found':
        return { kind: 'on', address: answer.address };
      case 'null':
        return { kind: 'not-on' };
      case 'offline':
        return NO_LOOKUP;
    }
  }
}
