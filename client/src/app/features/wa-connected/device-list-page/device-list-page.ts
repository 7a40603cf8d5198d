import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink, RouterOutlet } from '@angular/router';
import type { DeviceView } from '#contracts/device.contract.js';
import { appTexts } from '../../../core/i18n/app-texts.js';
import { injectTexts } from '../../../core/i18n/texts.js';
import { LiveStream } from '../../../core/live/live-stream.js';
import { paths } from '../../../core/navigation/paths.js';
import { Session } from '../../../core/session/session.js';
import { Notifier } from '../../../shared/feedback/notifier.js';
import { Format } from '../../../shared/format/format.js';
import { PrimaAction } from '../../../shared/ui/action-button/prima-action.js';
import { Confirm } from '../../../shared/ui/confirm-dialog/confirm.js';
import { Dialogs } from '../../../shared/ui/dialogs/dialogs.js';
import { EmptyState } from '../../../shared/ui/empty-state/empty-state.js';
import { ErrorState } from '../../../shared/ui/error-state/error-state.js';
import { Icon } from '../../../shared/ui/icon/icon.js';
import { PageHeader } from '../../../shared/ui/page-header/page-header.js';
import { PracticeMark } from '../../../shared/ui/practice-mark/practice-mark.js';
import { Skeleton } from '../../../shared/ui/skeleton/skeleton.js';
import { DeviceClient } from '../data/device-client.js';
import { waConnectedTexts } from '../i18n/wa-connected-texts.js';
import { DeviceHelp } from '../ui/device-help.js';
import { DeviceStatusView } from '../ui/device-status.js';

/** WA Connected: every device with its status, and what can be done with it. */
@Component({
  selector: 'prima-device-list-page',
  imports: [
    DeviceHelp,
    DeviceStatusView,
    EmptyState,
    ErrorState,
    Icon,
    MatButton,
    PageHeader,
    PracticeMark,
    PrimaAction,
    RouterLink,
    RouterOutlet,
    Skeleton,
  ],
  templateUrl: './device-list-page.html',
  styleUrl: './device-list-page.scss',
})
export class DeviceListPage {
  private readonly client = inject(DeviceClient);
  private readonly confirm = inject(Confirm);
  private readonly dialogs = inject(Dialogs);
  private readonly notifier = inject(Notifier);
  private readonly router = inject(Router);

  protected readonly app = injectTexts(appTexts);
  protected readonly t = injectTexts(waConnectedTexts);
  protected readonly format = inject(Format);
  protected readonly paths = paths;
  protected readonly mayManage = computed(() => this.session.can('devices:manage'));
  protected readonly devices = this.client.list();
  /** Id of the device whose connection is being removed; null while none is. */
  protected readonly removing = signal<string | null>(null);

  private readonly session = inject(Session);
  private readonly sentToday = this.client.sentToday();
  private readonly sentByDevice = computed(() => {
    const items = this.sentToday.hasValue() ? this.sentToday.value().items : [];
    return new Map(items.map(({ deviceId, sent }) => [deviceId, sent]));
  });

  /** Which worker runs which device; empty unless there are several, and for who does not manage them. */
  private readonly workers = computed(() => {
    const holders = this.devices.hasValue() ? this.devices.value().holders : [];
    return new Map(holders.map(({ deviceId, worker }) => [deviceId, worker]));
  });

  constructor() {
    const live = inject(LiveStream);
    live.on('device-changed', ({ device }) => {
      this.show(device);
      // It may have gone to another worker.
      if (this.workers().size > 0) this.devices.reload();
    });
    live.on('device-removed', ({ deviceId }) => {
      this.hide(deviceId);
    });
    live.on('run-changed', () => this.sentToday.reload());
  }

  protected worker(device: DeviceView): string | null {
    return this.workers().get(device.id) ?? null;
  }

  protected sent(device: DeviceView): string {
    return this.format.write().number(this.sentByDevice().get(device.id) ?? 0);
  }

  /** The status is a button, as in the seed: `disconnected` leads to Scan Barcode, others explain. */
  protected async openStatus(device: DeviceView): Promise<void> {
    if (device.status === 'disconnected' && this.mayManage()) {
      await this.router.navigateByUrl(paths.deviceScan(device.id));
      return;
    }
    const load = async () => (await import('../ui/device-reason-dialog.js')).DeviceReasonDialog;
    await this.dialogs.open(load, { data: device, maxWidth: 480 });
  }

  /** Hapus Koneksi, after a question that names what it touches. */
  protected async remove(device: DeviceView): Promise<void> {
    this.removing.set(device.id);
    try {
      if (!(await this.isSure(device))) return;
      const { loggedOutOnPhone } = await this.client.remove(device.id);
      this.hide(device.id);
      if (loggedOutOnPhone) this.notifier.done(this.t('remove.done'));
      else await this.tellToCheckPhone(device);
    } catch (error) {
      this.notifier.problem(error);
    } finally {
      this.removing.set(null);
    }
  }

  private async isSure(device: DeviceView): Promise<boolean> {
    const { broadcasts } = await this.client.unlinkImpact(device.id);
    const titles = broadcasts.map(({ title }) => title).join(', ');
    return this.confirm.ask({
      title: this.t('remove.title', { name: device.name }),
      text: [
        this.t('remove.phone', { phone: this.format.write().phone(device.phone) }),
        ...(broadcasts.length > 0 ? [this.t('remove.pauses', { titles })] : []),
      ],
      yes: this.app('action.ok'),
      no: this.app('action.cancel'),
      tone: 'red',
    });
  }

  /** The phone still lists this server: said in a dialog, since it takes a person and the phone. */
  private async tellToCheckPhone({ name, phone }: DeviceView): Promise<void> {
    await this.confirm.ask({
      title: this.t('remove.here.title', { name }),
      text: [
        this.t('remove.here.done'),
        this.t('remove.here.check', { phone: this.format.write().phone(phone) }),
      ],
      yes: this.app('action.ok'),
      no: null,
      tone: 'blue',
    });
  }

  private show(device: DeviceView): void {
    if (!this.devices.hasValue()) return;
    const { items, holders } = this.devices.value();
    const known = items.some(({ id }) => id === device.id);
    this.devices.set({
      holders,
      items: known
        ? items.map((other) => (other.id === device.id ? device : other))
        : [...items, device],
    });
  }

  private hide(deviceId: string): void {
    if (!this.devices.hasValue()) return;
    const { items, holders } = this.devices.value();
    this.devices.set({ holders, items: items.filter(({ id }) => id !== deviceId) });
  }
}
