import { LiveAnnouncer } from '@angular/cdk/a11y';
import {
  ApplicationRef,
  DOCUMENT,
  DestroyRef,
  Injectable,
  createComponent,
  inject,
} from '@angular/core';
import { ProblemError } from '../../core/http/problem-error.js';
import { appTexts } from '../../core/i18n/app-texts.js';
import { injectTexts } from '../../core/i18n/texts.js';
import { NoticeBar } from './notice-bar.js';

/** How long a message stays, in milliseconds: a success is read at a glance, a problem is not. */
const DONE_STAYS = 5_000;
const PROBLEM_STAYS = 12_000;

/**
 * Short messages at the foot of the window, announced to screen readers. Without the snackbar of Material:
 * that brings 20 kB of overlays to pages that otherwise need none.
 */
@Injectable({ providedIn: 'root' })
export class Notifier {
  private readonly application = inject(ApplicationRef);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly body = inject(DOCUMENT).body;
  private readonly destroyRef = inject(DestroyRef);
  private readonly t = injectTexts(appTexts);
  private bar: NoticeBar | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.destroyRef.onDestroy(() => {
      clearTimeout(this.timer);
    });
  }

  /** Says that something is done. */
  done(sentence: string): void {
    this.show(sentence, null, DONE_STAYS);
    void this.announcer.announce(sentence, 'polite');
  }

  /** Says what an action outside of a form failed with. */
  problem(error: unknown): void {
    const sentence =
      error instanceof ProblemError
        ? `${error.title}. ${error.detail}`
        : this.t('problem.unexpected');
    this.show(sentence, this.t('action.dismiss'), PROBLEM_STAYS);
    void this.announcer.announce(sentence, 'assertive');
  }

  /** Takes away what is shown. */
  dismiss(): void {
    clearTimeout(this.timer);
    this.bar?.close();
  }

  private show(sentence: string, dismiss: string | null, stays: number): void {
    clearTimeout(this.timer);
    this.bar ??= this.create();
    this.bar.show(sentence, dismiss);
    this.timer = setTimeout(() => this.bar?.close(), stays);
  }

  /** A child of the body: what stands in the application is hidden from screen readers below a dialog. */
  private create(): NoticeBar {
    const bar = createComponent(NoticeBar, { environmentInjector: this.application.injector });
    this.body.append(bar.location.nativeElement as HTMLElement);
    this.application.attachView(bar.hostView);
    this.destroyRef.onDestroy(() => {
      bar.destroy();
    });
    return bar.instance;
  }
}
