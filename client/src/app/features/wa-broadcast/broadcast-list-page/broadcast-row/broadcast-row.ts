import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { BroadcastView } from '#contracts/broadcast.contract.js';
import { injectTexts } from '../../../../core/i18n/texts.js';
import { paths } from '../../../../core/navigation/paths.js';
import { Session } from '../../../../core/session/session.js';
import { PrimaAction } from '../../../../shared/ui/action-button/prima-action.js';
import { Format } from '../../../../shared/format/format.js';
import { Icon } from '../../../../shared/ui/icon/icon.js';
import type { RunStep } from '../../data/broadcast-client.js';
import { excerptOf, isUnderWay, nameOf } from '../../data/broadcast-facts.js';
import { awaitedEyes, isSendable } from '../../data/four-eyes.js';
import { untouched } from '../../data/tally.js';
import { waBroadcastTexts } from '../../i18n/wa-broadcast-texts.js';
import { BroadcastStatusChip } from '../../ui/broadcast-status/broadcast-status.js';
import { CountBar } from '../../ui/count-bar/count-bar.js';
import { PracticeMark } from '../../../../shared/ui/practice-mark/practice-mark.js';
import { RunButtons } from '../../ui/run-buttons/run-buttons.js';
import { RunProgress } from '../../ui/run-progress/run-progress.js';

/** One message in the list: a row of the table, and a second one while it is being sent. */
@Component({
  selector: 'tbody[primaBroadcastRow]',
  imports: [
    BroadcastStatusChip,
    CountBar,
    Icon,
    MatButton,
    PracticeMark,
    PrimaAction,
    RouterLink,
    RunButtons,
    RunProgress,
  ],
  templateUrl: './broadcast-row.html',
  styleUrl: './broadcast-row.scss',
  host: { role: 'rowgroup' },
})
export class BroadcastRow {
  readonly broadcast = input.required<BroadcastView>({ alias: 'primaBroadcastRow' });
  /** Whether a step of its sending is just being taken. */
  readonly stepping = input(false);
  readonly send = output();
  readonly remove = output();
  readonly step = output<RunStep>();
  protected readonly t = injectTexts(waBroadcastTexts);
  protected readonly session = inject(Session);
  protected readonly format = inject(Format);
  protected readonly paths = paths;

  protected readonly name = computed(() => nameOf(this.broadcast()) || this.t('list.purgedName'));
  protected readonly excerpt = computed(() => {
    const { purgedAt } = this.broadcast();
    if (purgedAt === null) return excerptOf(this.broadcast());
    return this.t('list.purged', { date: this.format.write().date(purgedAt) });
  });
  protected readonly underWay = computed(() => isUnderWay(this.broadcast()));
  protected readonly sendable = computed(() => isSendable(this.broadcast()));
  protected readonly needsConfirmation = computed(
    () =>
      this.broadcast().status === 'draft' || (this.broadcast().fourEyes?.confirmationLost ?? false),
  );
  /** Under four eyes: whose Konfirmasi it waits for. */
  protected readonly awaited = computed(() => {
    const awaited = awaitedEyes(this.broadcast(), this.session.me());
    if (!awaited) return '';
    const mine = awaited === 'mine' && this.session.can('broadcasts:confirm');
    if (awaited === 'unknown') return this.t('list.awaited.unknown');
    return this.t(mine ? 'list.awaited.mine' : 'list.awaited.others');
  });
  protected readonly counts = computed(
    () =>
      this.broadcast().run?.counts ??
      untouched(this.broadcast().recipientCount, this.broadcast().optedOutCount),
  );
  protected readonly recipients = computed(() => {
    const count = this.broadcast().recipientCount;
    return this.t.plural('run.count', count, { n: this.format.write().number(count) });
  });

  protected label(action: string): string {
    return this.t('action.of', { action, name: this.name() });
  }
}
