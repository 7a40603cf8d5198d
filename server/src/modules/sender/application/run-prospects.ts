import type { RunView, SendEstimate, SendRules } from '#contracts/broadcast.contract.js';
import { DAYTIME, touchesNight } from '../domain/night.js';
import type { Hours } from '../domain/night.js';
import { forecast } from '../domain/outlook.js';
import type { Outlook } from '../domain/outlook.js';
import { restOf } from '../domain/rest.js';
import type { Rest } from '../domain/rest.js';
import { isWarmingUp, standingOf } from '../domain/tally.js';
import type { QueuedRun, Run } from './ports/run-repository.js';

/** How a device goes on from now. */
export interface DeviceOutlook extends Omit<Outlook, 'recipients'> {
  readonly deviceId: string;
}

/** What comes of a run that is sending. */
export interface Prospect {
  readonly end: number;
  readonly rest: Rest | null;
}

/** What comes of the runs of a device, which are given in its order, by broadcast id. */
export function prospectsOf(
  outlook: DeviceOutlook,
  queue: readonly QueuedRun[],
): (readonly [string, Prospect])[] {
  const rest = outlook.rules && restOf(outlook.rules, outlook.tally, outlook.now);
  let recipients = 0;
  return queue.map(({ broadcastId, remaining }) => {
    recipients += remaining;
    return [broadcastId, { end: forecast({ ...outlook, recipients }).end, rest }];
  });
}

/** The estimate for `recipients` more behind those that are queued before. */
export function estimateOf(
  outlook: DeviceOutlook,
  recipients: number,
  queuedBefore: number,
): SendEstimate {
  const { start, end, days } = forecast({ ...outlook, recipients: queuedBefore + recipients });
  const { min, max } = outlook.gap;
  return {
    recipients,
    gapSeconds: { min: min / 1000, max: max / 1000 },
    startsAt: instant(start),
    estimatedEnd: instant(end),
    rules: rulesOf(outlook, days),
    inTheNight: !sparesNight(outlook.rules?.hours) && touchesNight(start, end),
    queuedBefore,
  };
}

/** A run as people see it. */
export function viewOf(run: Run, prospect: Prospect | undefined): RunView {
  const rest = run.counts.pending > 0 ? prospect?.rest : null;
  return {
    state: run.state,
    pauseReason: run.pauseReason,
    waiting: rest ? { reason: rest.reason, until: instant(rest.until) } : null,
    counts: run.counts,
    total: run.total,
    started: { by: run.startedBy, at: instant(run.startedAt) },
    finishedAt: run.finishedAt === null ? null : instant(run.finishedAt),
    estimatedEnd: prospect ? instant(prospect.end) : null,
  };
}

function rulesOf({ rules, tally, now }: DeviceOutlook, days: number): SendRules {
  if (!rules) return { hours: null, dailyCap: null, warmingUp: false, sentToday: 0, days };
  const { sent, warmed, cap } = standingOf(rules, tally, now);
  return {
    hours: rules.hours && { from: timeOfDay(rules.hours.from), to: timeOfDay(rules.hours.to) },
    dailyCap: cap,
    warmingUp: isWarmingUp(rules, warmed),
    sentToday: cap === null ? 0 : sent,
    days,
  };
}

const sparesNight = (hours: Hours | null | undefined): boolean =>
  hours ? hours.from >= DAYTIME.from && hours.to <= DAYTIME.to : false;

function timeOfDay(sinceMidnight: number): string {
  const minutes = Math.round(sinceMidnight / 60_000);
  return [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

const instant = (moment: number): string => new Date(moment).toISOString();
