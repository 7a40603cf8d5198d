import {
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { DeviceLink, LinkMethod, SessionState } from '#contracts/device.contract.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { LiveStream } from '../../../core/live/live-stream.js';
import { paths } from '../../../core/navigation/paths.js';
import { Notifier } from '../../../shared/feedback/notifier.js';
import { Format } from '../../../shared/format/format.js';
import { PrimaAction } from '../../../shared/ui/action-button/prima-action.js';
import { Banner } from '../../../shared/ui/banner/banner.js';
import { ErrorState } from '../../../shared/ui/error-state/error-state.js';
import { Icon } from '../../../shared/ui/icon/icon.js';
import { PageHeader } from '../../../shared/ui/page-header/page-header.js';
import { PracticeMark } from '../../../shared/ui/practice-mark/practice-mark.js';
import { Skeleton } from '../../../shared/ui/skeleton/skeleton.js';
import { DeviceClient } from '../data/device-client.js';
import { waConnectedTexts } from '../i18n/wa-connected-texts.js';
import { LinkStages } from '../ui/link-stages.js';
import { LinkSteps } from '../ui/link-steps.js';
import { LinkTrouble } from '../ui/link-trouble.js';
import { PhoneCode } from '../ui/phone-code.js';
import { QrCode } from '../../../shared/ui/qr-code/qr-code.js';
import { Progress } from '../../../shared/ui/progress/progress.js';

/** States in which opening the page asks for codes by itself: it was opened to scan. */
const STARTS: readonly SessionState[] = ['unlinked', 'logged-out'];
/** States in which codes are being shown: leaving the page stops that. */
const SHOWING: readonly SessionState[] = ['preparing', 'waiting-for-scan'];
/** States in which a person may ask for a code; in the others there is a link, or no use in one. */
const STARTABLE: readonly SessionState[] = [
  'unlinked',
  'code-expired',
  'logged-out',
  'wrong-number',
  'failed',
];
/** States in which the steps on the phone are of no use: it is linked, or cannot be. */
const WITHOUT_STEPS: readonly SessionState[] = [
  'ready',
  'reconnecting',
  'restricted',
  'passkey-required',
  'failed',
];

/** From here on a countdown in minutes says enough. Seconds. */
const MINUTE = 60;

/** Scan Barcode: the code to scan or to type, its countdown and the way to `authenticated`, live. */
@Component({
  selector: 'prima-device-scan-page',
  imports: [
    Banner,
    ErrorState,
    Icon,
    LinkStages,
    LinkSteps,
    LinkTrouble,
    MatButton,
    Progress,
    PageHeader,
    PhoneCode,
    PracticeMark,
    PrimaAction,
    QrCode,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './device-scan-page.html',
  styleUrl: './device-scan-page.scss',
})
export class DeviceScanPage {
  private readonly client = inject(DeviceClient);
  private readonly notifier = inject(Notifier);

  /** Id of the device, from the address. */
  readonly id = input.required<string>();

  protected readonly t = injectTexts(waConnectedTexts);
  protected readonly format = inject(Format);
  protected readonly paths = paths;
  protected readonly link = this.client.link(this.id);
  protected readonly device = computed(() =>
    this.link.hasValue() ? this.link.value().device : null,
  );
  protected readonly challenge = computed(() => {
    const showing = this.device()?.state === 'waiting-for-scan';
    return showing && this.link.hasValue() ? this.link.value().challenge : null;
  });
  protected readonly busy = signal(false);
  private readonly asked = signal<LinkMethod>('qr');
  /** How the phone is being linked: by what is shown, else by what was asked for last. */
  protected readonly method = computed(() => this.challenge()?.method ?? this.asked());
  protected readonly otherMethod = computed(() => (this.method() === 'qr' ? 'phone-code' : 'qr'));
  protected readonly mayStart = computed(() => this.is(STARTABLE));
  protected readonly needsPhone = computed(() => !this.is(WITHOUT_STEPS));

  private readonly now = signal(Date.now());
  /** Whole seconds until the next code; the server may change it a little earlier. */
  protected readonly secondsLeft = computed(() => {
    const challenge = this.challenge();
    if (!challenge) return 0;
    return Math.max(0, Math.ceil((Date.parse(challenge.expiresAt) - this.now()) / 1000));
  });
  protected readonly nextCode = computed(() => {
    const left = this.secondsLeft();
    if (left < MINUTE) return this.t('scan.next', { seconds: left });
    return this.t('scan.nextAfter', { duration: this.format.write().duration(left * 1000) });
  });
  private started = false;

  constructor() {
    const live = inject(LiveStream);
    live.on('device-changed', ({ device }) => {
      this.update((link) => ({ ...link, device }), device.id);
    });
    live.on('device-challenge', ({ challenge }) => {
      this.update((link) => ({ ...link, challenge }), challenge.deviceId);
    });
    const ticking = setInterval(() => {
      this.now.set(Date.now());
    }, 1000);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(ticking);
      this.stop();
    });
    effect(() => {
      const state = this.device()?.state;
      if (state === undefined || this.started) return;
      this.started = true;
      if (STARTS.includes(state)) untracked(() => void this.start('qr'));
    });
  }

  /** Asks for (new) codes, or for codes of the other method in place of those that are shown. */
  protected start(method: LinkMethod): Promise<void> {
    this.asked.set(method);
    return this.change(() => this.client.startLinking(this.id(), method));
  }

  /** Scans in place of a phone: practice devices only. */
  protected simulate(): Promise<void> {
    return this.change(() => this.client.simulateScan(this.id()));
  }

  private async change(action: () => Promise<DeviceLink>): Promise<void> {
    this.busy.set(true);
    try {
      this.link.set(await action());
    } catch (error) {
      this.notifier.problem(error);
      this.link.reload();
    } finally {
      this.busy.set(false);
    }
  }

  private is(states: readonly SessionState[]): boolean {
    const state = this.device()?.state;
    return state !== undefined && states.includes(state);
  }

  private update(change: (link: DeviceLink) => DeviceLink, deviceId: string): void {
    if (deviceId === this.id() && this.link.hasValue()) this.link.set(change(this.link.value()));
  }

  private stop(): void {
    if (!this.is(SHOWING)) return;
    this.client.stopLinking(this.id()).catch((error: unknown) => {
      this.notifier.problem(error);
    });
  }
}
