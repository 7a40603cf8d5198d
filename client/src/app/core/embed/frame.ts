import { HttpClient } from '@angular/common/http';
import { DOCUMENT, Injectable, effect, inject, untracked } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { EmbedAccess } from '#contracts/embed.contract.js';
import { Notifier } from '../../shared/feedback/notifier.js';
import { Dialogs } from '../../shared/ui/dialogs/dialogs.js';
import { Language } from '../i18n/language.js';
import { Session } from '../session/session.js';
import { SessionEnd } from '../session/session-end.js';
import { ColorScheme } from '../theme/color-scheme.js';
import { ENTRY_CODE } from './entry-code.js';
import { FrameAccess } from './frame-access.js';
import { FrameNewsTeller } from './frame-news-teller.js';
import { HostChannel } from './host-channel.js';
import type { HostMessage } from './messages.js';
import { Renewals } from './renewals.js';

/** Life of a page in a frame: it enters with its code, follows the dashboard's word, and ends neutrally. */
@Injectable({ providedIn: 'root' })
export class Frame {
  private readonly code = inject(ENTRY_CODE);
  private readonly http = inject(HttpClient);
  private readonly access = inject(FrameAccess);
  private readonly session = inject(Session);
  private readonly sessionEnd = inject(SessionEnd);
  private readonly channel = inject(HostChannel);
  private readonly renewals = inject(Renewals);
  private readonly dialogs = inject(Dialogs);
  private readonly notifier = inject(Notifier);
  private readonly news = inject(FrameNewsTeller);
  private readonly language = inject(Language);
  private readonly scheme = inject(ColorScheme);
  private readonly root = inject(DOCUMENT).documentElement;

  constructor() {
    effect(() => {
      if (this.sessionEnd.count() > 0)
        untracked(() => {
          this.end();
        });
    });
  }

  /** Enters, before the first page is shown. A code that does not hold shows that the session is over. */
  async start(): Promise<void> {
    this.root.setAttribute('data-framed', '');
    try {
      const body = await firstValueFrom(this.http.post('/api/frame/entry', { code: this.code }));
      this.begin(EmbedAccess.parse(body));
    } catch {
      // Whatever it was, there is one way on: the menu of the dashboard, once more.
      this.end();
    }
  }

  private begin({ token, expiresIn, hostOrigin, me }: EmbedAccess): void {
    this.access.use(token);
    this.session.adopt(me);
    this.channel.open(hostOrigin, (message) => {
      this.hear(message);
    });
    this.renewals.schedule(expiresIn);
    this.channel.send('wa:ready', {});
    this.news.begin();
  }

  private hear(message: HostMessage): void {
    switch (message.type) {
      case 'wa:token':
        void this.renewals.renew(message.payload.token);
        return;
      case 'wa:theme':
        this.scheme.use(message.payload.theme);
        return;
      case 'wa:lang':
        void this.language.use(message.payload.lang);
        return;
      case 'wa:logout':
        void this.leave();
    }
  }

  /** Gone from the screen at once; the server is told besides. */
  private async leave(): Promise<void> {
    const told = firstValueFrom(this.http.delete('/api/frame'));
    this.end();
    await told.catch(() => undefined);
  }

  private end(): void {
    this.renewals.stop();
    this.access.end();
    this.session.forget();
    this.dialogs.closeAll();
    this.notifier.dismiss();
  }
}
