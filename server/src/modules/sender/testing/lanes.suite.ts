import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LaneDriver } from '../application/ports/lanes.js';
import type { Lanes } from '../application/ports/lanes.js';
import { someId } from './sender-tables.js';

const [ANAK, MATA] = [someId(901), someId(902)];

/** One drive of a lane that a test can end. */
interface Drive {
  readonly deviceId: string;
  readonly signal: AbortSignal;
  end(): void;
  fail(): void;
}

/** A driver whose drives last until the test ends them. */
export class HeldDriver extends LaneDriver {
  readonly drives: Drive[] = [];
  private readonly active = new Map<string, number>();
  /** Most drives of one device at the same moment. */
  most = 0;

  async drive(deviceId: string, signal: AbortSignal): Promise<void> {
    const now = (this.active.get(deviceId) ?? 0) + 1;
    this.active.set(deviceId, now);
    this.most = Math.max(this.most, now);
    try {
      await new Promise<void>((resolve, reject) => {
        const fail = () => {
          reject(new Error('the database is away'));
        };
        this.drives.push({ deviceId, signal, end: resolve, fail });
      });
    } finally {
      this.active.set(deviceId, (this.active.get(deviceId) ?? 1) - 1);
    }
  }

  /** Drives of a device so far. */
  of(deviceId: string): Drive[] {
    return this.drives.filter((drive) => drive.deviceId === deviceId);
  }
}

/** Lanes as a suite needs them. */
export interface LanesSubject {
  readonly lanes: Lanes;
  readonly driver: HeldDriver;
  /** Resolves when every ring so far has been answered. */
  settle(): Promise<void>;
  /** Lets so much time pass. */
  pass(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

/** Every way to ring lanes must behave like this. */
export function describeLanes(name: string, open: () => Promise<LanesSubject>): void {
  describe(`Lanes ${name}`, () => {
    let subject: LanesSubject;

    beforeEach(async () => {
      subject = await open();
      await subject.lanes.start();
    });
    afterEach(async () => {
      for (const drive of subject.driver.drives) drive.end();
      await subject.lanes.stop();
      await subject.close();
    });

    const ring = async (...deviceIds: string[]) => {
      for (const deviceId of deviceIds) subject.lanes.ring(deviceId);
      await subject.settle();
    };

    it('drive a lane once however often it is rung at the same moment', async () => {
      await ring(...Array<string>(20).fill(ANAK));
      expect(subject.driver.of(ANAK)).toHaveLength(1);
    });

    it('look again after a ring during the drive, once', async () => {
      await ring(ANAK);
      await ring(ANAK, ANAK, ANAK);
      subject.driver.drives[0]?.end();
      await subject.settle();
      expect(subject.driver.of(ANAK)).toHaveLength(2);
      subject.driver.drives[1]?.end();
      await subject.settle();
      expect(subject.driver.of(ANAK)).toHaveLength(2);
      expect(subject.driver.most).toBe(1);
    });

    it('drive again when they are rung after the end', async () => {
      await ring(ANAK);
      subject.driver.drives[0]?.end();
      await subject.settle();
      await ring(ANAK);
      expect(subject.driver.of(ANAK)).toHaveLength(2);
    });

    it('drive the lanes of different devices side by side', async () => {
      await ring(ANAK, MATA);
      expect(subject.driver.of(ANAK)).toHaveLength(1);
      expect(subject.driver.of(MATA)).toHaveLength(1);
    });

    it('try a lane again that failed, after a while', async () => {
      await ring(ANAK);
      subject.driver.drives[0]?.fail();
      await subject.settle();
      expect(subject.driver.of(ANAK)).toHaveLength(1);
      await subject.pass(1_000);
      expect(subject.driver.of(ANAK)).toHaveLength(2);
    });

    it('stop when the lanes have come to their end, and answer no ring after that', async () => {
      await ring(ANAK);
      const [drive] = subject.driver.drives;
      expect(drive?.signal.aborted).toBe(false);
      let stopped = false;
      const stopping = subject.lanes.stop().then(() => (stopped = true));
      await subject.settle();
      expect(drive?.signal.aborted).toBe(true);
      expect(stopped).toBe(false);
      drive?.end();
      await stopping;
      await ring(ANAK, MATA);
      expect(subject.driver.drives).toHaveLength(1);
    });

    it('stop after half a minute even when a lane does not', async () => {
      await ring(ANAK);
      const stopping = subject.lanes.stop();
      await subject.pass(30_000);
      await stopping;
    });
  });
}
