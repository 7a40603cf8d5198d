import { Injectable } from '@nestjs/common';
import { LiveHub } from '../../../platform/events/live-hub.js';
import { Clock } from '../../../platform/kernel/clock.js';
import type { RecipientImport } from '../domain/recipient-import.js';
import { ImportMeter } from './import-meter.js';
import { importView } from './import-view.js';

/** Shortest time between two reports of progress of one list, in milliseconds: four a second. */
const PROGRESS_INTERVAL = 250;

/** Tells open screens, and those who measure, how a list gets on. */
@Injectable()
export class ImportNews {
  /** When progress of a list that is being read was last told. */
  private readonly lastTold = new Map<string, number>();

  constructor(
    private readonly live: LiveHub,
    private readonly clock: Clock,
    private readonly meter: ImportMeter,
  ) {}

  /** The list came into another state. Call it after the commit. */
  changed(list: RecipientImport): void {
    this.lastTold.delete(list.id);
    this.meter.changed(list);
    this.tell(list);
  }

  /** Rows were read. Told at most four times a second; the end is told by `changed`. */
  progressed(list: RecipientImport): void {
    const now = this.clock.now();
    if (now - (this.lastTold.get(list.id) ?? 0) < PROGRESS_INTERVAL) return;
    this.lastTold.set(list.id, now);
    this.tell(list);
  }

  private tell(list: RecipientImport): void {
    const audience = { permission: 'broadcasts:edit', person: list.createdBy } as const;
    this.live.publish(audience, { type: 'import-changed', import: importView(list) });
  }
}
