import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { BroadcastSummary } from '#contracts/broadcast.contract.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { LiveStream } from '../../../core/live/live-stream.js';
import { paths } from '../../../core/navigation/paths.js';
import { Session } from '../../../core/session/session.js';
import { Notifier } from '../../../shared/feedback/notifier.js';
import { Format } from '../../../shared/format/format.js';
import { PrimaAction } from '../../../shared/ui/action-button/prima-action.js';
import { ErrorState } from '../../../shared/ui/error-state/error-state.js';
import { Icon } from '../../../shared/ui/icon/icon.js';
import { PageHeader } from '../../../shared/ui/page-header/page-header.js';
import { OverviewClient } from '../data/overview-client.js';
import { landingTexts } from '../i18n/landing-texts.js';
import { ModuleCard } from '../ui/module-card.js';

/** Statuses that the card of WA Broadcast counts, the most urgent first. */
const COUNTED = ['sending', 'paused', 'confirmed', 'drafts'] as const;

/** First page: the two sub-modules with a live figure each, and the tour on an empty installation. */
@Component({
  selector: 'prima-landing-page',
  imports: [ErrorState, Icon, MatButton, ModuleCard, PageHeader, PrimaAction, RouterLink],
  templateUrl: './landing-page.html',
  styleUrl: './landing-page.scss',
})
export class LandingPage {
  private readonly client = inject(OverviewClient);
  private readonly notifier = inject(Notifier);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly format = inject(Format);

  protected readonly t = injectTexts(landingTexts);
  protected readonly paths = paths;
  protected readonly devices = this.client.devices();
  protected readonly summary = this.client.summary();
  protected readonly touring = signal(false);

  protected readonly error = computed(() => this.devices.error() ?? this.summary.error());
  protected readonly deviceFigure = computed(() => {
    if (!this.devices.hasValue()) return '';
    const all = this.devices.value().items;
    if (all.length === 0) return this.t('devices.none');
    const number = (count: number) => this.format.write().number(count);
    return this.t('devices.ready', { ready: number(this.ready()), all: number(all.length) });
  });
  protected readonly broadcastFigure = computed(() =>
    this.summary.hasValue() ? this.figureOf(this.summary.value()) : '',
  );
  protected readonly noneReady = computed(() => this.devices.hasValue() && this.ready() === 0);
  /** Nothing is there yet, and the person may make a first device and message. */
  private readonly isEmpty = computed(
    () =>
      this.devices.hasValue() &&
      this.summary.hasValue() &&
      this.devices.value().items.length === 0 &&
      this.summary.value().total === 0 &&
      this.session.can('devices:manage') &&
      this.session.can('broadcasts:edit'),
  );
  private readonly engines = this.client.engines(this.isEmpty);
  protected readonly tourOffered = computed(
    () =>
      this.isEmpty() && this.engines.hasValue() && this.engines.value().items.includes('practice'),
  );

  private readonly ready = computed(() =>
    this.devices.hasValue()
      ? this.devices.value().items.filter(({ status }) => status === 'authenticated').length
      : 0,
  );

  constructor() {
    const live = inject(LiveStream);
    live.on('device-changed', () => this.devices.reload());
    live.on('device-removed', () => this.devices.reload());
    live.on('broadcast-changed', () => this.summary.reload());
    live.on('broadcast-removed', () => this.summary.reload());
  }

  protected reload(): void {
    this.devices.reload();
    this.summary.reload();
  }

  /** Makes the practice data and opens its recipients, where Konfirmasi is the next step. */
  protected async startTour(): Promise<void> {
    this.touring.set(true);
    try {
      const broadcastId = await this.client.startPracticeTour();
      await this.router.navigateByUrl(paths.recipients(broadcastId));
    } catch (error) {
      this.notifier.problem(error);
    } finally {
      this.touring.set(false);
    }
  }

  private figureOf(summary: BroadcastSummary): string {
    if (summary.total === 0) return this.t('broadcasts.none');
    const said = COUNTED.filter((status) => summary[status] > 0).map((status) =>
      this.t(`broadcasts.${status}`, { n: this.format.write().number(summary[status]) }),
    );
    return said.length > 0 ? said.join(' · ') : this.t('broadcasts.allDone');
  }
}
