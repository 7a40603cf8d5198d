import type { RecipientCounts } from '#contracts/recipient.contract.js';
import type { PauseReason } from '#contracts/run-texts.js';
import type { DeviceScope } from '../../../../platform/kernel/device-scope.js';
import type { RunState } from '../../domain/run-machine.js';

/** A run as it starts: everybody waits but those who are skipped already. */
export interface NewRun {
  readonly broadcastId: string;
  readonly importId: string;
  readonly deviceId: string;
  /** The text as it was confirmed. */
  readonly text: string;
  /** The file that was confirmed with it: its id, and the content that it must still have. */
  readonly attachmentId: string | null;
  readonly attachmentSha256: string | null;
  readonly idempotencyKey: string;
  readonly startedById: string;
  readonly startedBy: string;
  readonly startedAt: number;
  readonly total: number;
  readonly skipped: number;
}

/** The sending of one broadcast. Moments are milliseconds since the epoch. */
export interface Run extends Omit<NewRun, 'startedById' | 'skipped'> {
  readonly state: RunState;
  readonly pauseReason: PauseReason | null;
  readonly finishedAt: number | null;
  readonly counts: RecipientCounts;
}

/** A run in the queue of its device. */
export interface QueuedRun {
  readonly broadcastId: string;
  readonly deviceId: string;
  /** Recipients that wait or are in flight. */
  readonly remaining: number;
}

/** What all devices together have to do. */
export interface Workload {
  readonly runs: { readonly sending: number; readonly paused: number };
  /** Recipients that wait, by the state of their run. */
  readonly waiting: { readonly sending: number; readonly paused: number };
  readonly inFlight: number;
  /** Devices with somebody who waits in a run that is sending, and whose next moment has come. */
  readonly due: number;
}

/** A change of state that is only made when the run still is in `from`. */
export interface StateChange {
  readonly from: RunState;
  readonly to: RunState;
  readonly pauseReason: PauseReason | null;
  readonly finishedAt: number | null;
}

/** The runs. Every call runs in the caller's unit of work. */
export abstract class RunRepository {
  /** Adds the run; false when its broadcast has one already, whoever else is adding it right now. */
  abstract add(run: NewRun): Promise<boolean>;

  /** The run as it was last committed, also after the unit began; null when there is none. */
  abstract latest(broadcastId: string): Promise<Run | null>;

  /** The same of a device of `scope`, held until the end of the unit: nobody else changes it meanwhile. */
  abstract hold(broadcastId: string, scope: DeviceScope): Promise<Run | null>;

  /** Runs of those broadcasts that have one, on devices of `scope`. */
  abstract find(broadcastIds: readonly string[], scope: DeviceScope): Promise<Run[]>;

  /** Makes the change; false when the run was not in `from` any more. */
  abstract change(broadcastId: string, change: StateChange): Promise<boolean>;

  /** Ends the run, if it is sending or paused and nobody waits or is in flight. */
  abstract finishIfDone(broadcastId: string, at: number): Promise<boolean>;

  /** Runs of the device that are sending or paused, in the order in which they were started. */
  abstract activeOf(deviceId: string): Promise<Run[]>;

  /** Runs of these devices that are sending, in the order in which they were started. */
  abstract queuesOf(deviceIds: readonly string[]): Promise<QueuedRun[]>;

  /** Devices with a run that is sending or paused. */
  abstract activeDevices(): Promise<string[]>;

  /** Devices whose lane has something to do: a run that is sending, or a recipient in flight. */
  abstract devicesWithWork(): Promise<string[]>;

  /** @param now milliseconds since the epoch */
  abstract workload(now: number): Promise<Workload>;

  /** Cancelled runs in which somebody still waits: the server stopped while it was cancelling. */
  abstract halfCancelled(): Promise<string[]>;

  /** Deletes the text of a run that has ended, and answers the file that it had; null when it had none. */
  abstract purge(broadcastId: string): Promise<string | null>;

  /** Forgets the run. */
  abstract remove(broadcastId: string): Promise<void>;
}
