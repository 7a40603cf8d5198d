import { constants, mkdirSync, writeSync } from 'node:fs';
import { open, readFile, readdir } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { Clock } from '../../../../platform/kernel/clock.js';
import { HandoverMarks } from '../../application/ports/handover-marks.js';
import type { HandoverMark, MarkedHandover } from '../../application/ports/handover-marks.js';

const NAME = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u;
const CONTENT = /^(\d{1,16}) (\S{1,64}) *\n$/u;

/** Every mark is as long as the longest, so that one write in place leaves nothing of the one before. */
const LENGTH = 96;

/** Messages of real devices are further apart than this, in milliseconds: each of their marks is synced. */
const SYNC_EVERY = 1_000;

/** Files that are read together. */
const TOGETHER = 64;

/** The file of the broadcast that a device is sending. */
interface OpenMark {
  readonly broadcastId: string;
  readonly epoch: number;
  readonly file: FileHandle;
  upTo: number;
  syncedAt: number;
}

/**
 * `HandoverMarks` in a folder: a file of one line for each broadcast, written in place. Only the holder of
 * the device's lane writes it, so that workers which share the folder never write the same file.
 */
export class HandoverFolder extends HandoverMarks implements OnApplicationShutdown {
  /** By device: it sends one broadcast at a time. */
  private readonly opened = new Map<string, OpenMark>();

  /** @param folder absolute path; made when it is missing */
  constructor(
    private readonly folder: string,
    private readonly clock: Clock,
  ) {
    super();
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  async note(handover: MarkedHandover): Promise<void> {
    const mark = await this.markFor(handover);
    const upTo = Math.max(mark.upTo, handover.recipientId);
    const line = `${String(upTo)} ${handover.messageId}`.padEnd(LENGTH - 1);
    // A line into the system's cache: going through the thread pool would take ten times as long.
    writeSync(mark.file.fd, `${line}\n`, 0);
    mark.upTo = upTo;
    const now = this.clock.now();
    if (Math.abs(now - mark.syncedAt) < SYNC_EVERY) return;
    await mark.file.datasync();
    mark.syncedAt = now;
  }

  async of(broadcastId: string): Promise<HandoverMark | null> {
    let content: string;
    try {
      content = await readFile(this.path(broadcastId), 'latin1');
    } catch (error) {
      if ((error as { code?: string }).code === 'ENOENT') return null;
      throw error;
    }
    // Made, and then the process ended before it wrote.
    if (content === '') return null;
    const [, upTo, messageId] = CONTENT.exec(content) ?? [];
    // A disk that lost a part of it: anybody may have been sent to.
    if (upTo === undefined || messageId === undefined) {
      return { broadcastId, messageId: `unreadable-${broadcastId}`, upTo: Number.MAX_SAFE_INTEGER };
    }
    return { broadcastId, messageId, upTo: Number(upTo) };
  }

  async *all(): AsyncGenerator<readonly HandoverMark[], void, undefined> {
    const names = (await readdir(this.folder)).filter((name) => NAME.test(name));
    for (let at = 0; at < names.length; at += TOGETHER) {
      const marks = await Promise.all(names.slice(at, at + TOGETHER).map((name) => this.of(name)));
      yield marks.flatMap((mark) => mark ?? []);
    }
  }

  /** After the lanes have come to rest. */
  async onApplicationShutdown(): Promise<void> {
    for (const deviceId of [...this.opened.keys()]) await this.close(deviceId);
  }

  private async markFor({ deviceId, broadcastId, epoch }: MarkedHandover): Promise<OpenMark> {
    const known = this.opened.get(deviceId);
    if (known?.broadcastId === broadcastId && known.epoch === epoch) return known;
    await this.close(deviceId);
    const before = await this.of(broadcastId);
    const file = await open(this.path(broadcastId), constants.O_RDWR | constants.O_CREAT, 0o600);
    const mark = { broadcastId, epoch, file, upTo: before?.upTo ?? 0, syncedAt: -SYNC_EVERY };
    this.opened.set(deviceId, mark);
    if (!before) await this.syncFolder();
    return mark;
  }

  private async close(deviceId: string): Promise<void> {
    const known = this.opened.get(deviceId);
    if (!known) return;
    this.opened.delete(deviceId);
    await known.file.datasync();
    await known.file.close();
  }

  private path(broadcastId: string): string {
    return join(this.folder, basename(broadcastId));
  }

  /** A name is on the disk when its folder is; where folders cannot be synced, they need not be. */
  private async syncFolder(): Promise<void> {
    const handle = await open(this.folder, 'r').catch(() => null);
    await handle?.sync().catch(() => undefined);
    await handle?.close();
  }
}
