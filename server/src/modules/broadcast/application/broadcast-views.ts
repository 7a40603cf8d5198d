import { Injectable } from '@nestjs/common';
import type { BroadcastView, FourEyesView, RunView } from '#contracts/broadcast.contract.js';
import type { FourEyesPolicy } from '#contracts/settings.contract.js';
import { Attachments, attachmentView } from '../../attachment/index.js';
import type { Attachment } from '../../attachment/index.js';
import { DeviceDirectory } from '../../device/index.js';
import type { DirectoryEntry } from '../../device/index.js';
import { RecipientLists } from '../../recipient/index.js';
import type { ListSummary } from '../../recipient/index.js';
import { Runs } from '../../sender/index.js';
import { InstallationSettings } from '../../settings/index.js';
import { statusOf } from '../domain/broadcast.js';
import type { Broadcast, Deed } from '../domain/broadcast.js';
import { asksForFourEyes, isConfirmationLost, makersOf } from '../domain/four-eyes.js';

/** What the screens show of a broadcast beside itself. */
interface Surroundings {
  readonly device: DirectoryEntry;
  readonly attachment: Attachment | null;
  readonly list: ListSummary;
  readonly run: RunView | null;
  readonly policy: FourEyesPolicy;
}

/** Broadcasts as the screens see them, with file, device, list and run. */
@Injectable()
export class BroadcastViews {
  constructor(
    private readonly devices: DeviceDirectory,
    private readonly lists: RecipientLists,
    private readonly runs: Runs,
    private readonly attachments: Attachments,
    private readonly settings: InstallationSettings,
  ) {}

  /** The view of one broadcast. In the caller's unit of work. */
  async of(broadcast: Broadcast): Promise<BroadcastView> {
    const [view] = await this.ofAll([broadcast]);
    if (!view) throw new Error('A broadcast has no view');
    return view;
  }

  /** Views in the order of `broadcasts`. In the caller's unit of work. */
  async ofAll(broadcasts: readonly Broadcast[]): Promise<BroadcastView[]> {
    const devices = await this.devices.find(broadcasts.map(({ deviceId }) => deviceId));
    const lists = await this.lists.summaries(broadcasts.map((b) => b.recipientImportId));
    const runs = await this.runs.find(broadcasts.map(({ id }) => id));
    const files = await this.attachments.find(
      broadcasts.flatMap(({ attachmentId }) => attachmentId ?? []),
    );
    const { fourEyes: policy } = await this.settings.policies();
    return broadcasts.map((broadcast) => {
      const device = devices.get(broadcast.deviceId);
      const list = lists.get(broadcast.recipientImportId);
      const attachment = files.get(broadcast.attachmentId ?? '') ?? null;
      // Devices are kept for the history, lists go with their broadcast: neither can be missing.
      if (!device || !list) throw new Error(`Broadcast ${broadcast.id} lost its device or list`);
      const run = runs.get(broadcast.id) ?? null;
      return viewOf(broadcast, { device, attachment, list, run, policy });
    });
  }
}

function viewOf(
  broadcast: Broadcast,
  { device, attachment, list, run, policy }: Surroundings,
): BroadcastView {
  const { id, title, text, revision, confirmation, unconfirmed, created } = broadcast;
  return {
    id,
    title,
    text,
    attachment: attachment && attachmentView(attachment),
    device: {
      id: device.id,
      name: device.name,
      phone: device.phone,
      engine: device.engine,
      status: device.removed ? null : device.status,
    },
    status: statusOf(broadcast, run?.state ?? null),
    revision,
    recipientImportId: list.importId,
    recipientSource: list.source,
    recipientCount: list.recipientCount,
    optedOutCount: list.optedOut,
    variableNames: [...list.variableNames],
    confirmed: confirmation && byWhen(confirmation),
    unconfirmed: unconfirmed && byWhen(unconfirmed),
    run,
    fourEyes: run ? null : fourEyesOf(broadcast, policy, list.recipientCount),
    created: byWhen(created),
    updatedAt: instant(broadcast.updatedAt),
    purgedAt: broadcast.purgedAt === null ? null : instant(broadcast.purgedAt),
  };
}

function fourEyesOf(
  broadcast: Broadcast,
  policy: FourEyesPolicy,
  recipients: number,
): FourEyesView | null {
  if (!asksForFourEyes(policy, recipients)) return null;
  return {
    makers: makersOf(broadcast),
    editorsUnknown: broadcast.editors === null,
    confirmationLost: isConfirmationLost(broadcast, policy, recipients),
  };
}

function byWhen({ by, at }: Deed): { by: string; at: string } {
  return { by, at: instant(at) };
}

function instant(moment: number): string {
  return new Date(moment).toISOString();
}
