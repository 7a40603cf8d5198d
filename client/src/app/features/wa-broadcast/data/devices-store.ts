import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject, linkedSignal } from '@angular/core';
import { DeviceList, type DeviceView } from '#contracts/device.contract.js';
import { LiveStream } from '../../../core/live/live-stream.js';

/** The senders that a message may have, kept up to date by the live stream. */
@Injectable()
export class DevicesStore {
  private readonly live = inject(LiveStream);
  private readonly list = httpResource(
    () => {
      this.live.resync();
      return '/api/devices';
    },
    { parse: (body) => DeviceList.parse(body) },
  );
  private readonly shown = linkedSignal<DeviceList | undefined, readonly DeviceView[] | undefined>({
    source: () => (this.list.hasValue() ? this.list.value() : undefined),
    computation: (fresh, previous) => fresh?.items ?? previous?.value,
  });

  /** The devices; undefined until they were read for the first time. */
  readonly items = this.shown.asReadonly();
  readonly error = this.list.error;
  /** Those that could send at this moment. */
  readonly ready = computed(() => this.shown()?.filter(isReady) ?? []);

  constructor() {
    this.live.on('device-changed', ({ device }) =>
      this.shown.update((items) => {
        const others = items?.filter(({ id }) => id !== device.id);
        return others && [...others, device].sort((a, b) => (a.id < b.id ? -1 : 1));
      }),
    );
    this.live.on('device-removed', ({ deviceId }) =>
      this.shown.update((items) => items?.filter(({ id }) => id !== deviceId)),
    );
  }

  /** Reads the devices again, after a failure. */
  reload(): void {
    this.list.reload();
  }
}

/** Whether a message could be sent from `device` at this moment. */
export function isReady(device: Pick<DeviceView, 'status'>): boolean {
  return device.status === 'authenticated';
}
