import { join } from 'node:path';
import type { Provider } from '@nestjs/common';
import { getQueueToken } from '@nestjs/bull';
import { CONFIG } from '../../platform/config/config.js';
import type { Config } from '../../platform/config/config.js';
import { Clock } from '../../platform/kernel/clock.js';
import { Log } from '../../platform/logging/log.js';
import { AllowTestSend } from './application/allow-test-send.js';
import { DeviceHolders } from '../device/index.js';
import { ActiveRuns } from './application/active-runs.js';
import { Allowances } from './application/allowances.js';
import { ApplyNews } from './application/apply-news.js';
import { CancelRun } from './application/cancel-run.js';
import { CancelWaiting } from './application/cancel-waiting.js';
import { CheckMarks } from './application/check-marks.js';
import { CatchUp } from './application/catch-up.js';
import { CountSentToday } from './application/count-sent-today.js';
import { DecideRecipient } from './application/decide-recipient.js';
import { DeliverTest } from './application/deliver-test.js';
import { DoubtMoves } from './application/doubt-moves.js';
import { DoubtWaiting } from './application/doubt-waiting.js';
import { DriveLane } from './application/drive-lane.js';
import { EnterSafeMode } from './application/enter-safe-mode.js';
import { ExportResults } from './application/export-results.js';
import { FollowDevices } from './application/follow-devices.js';
import { HandOver } from './application/hand-over.js';
import { HoldLane } from './application/hold-lane.js';
import { LaneRests } from './application/lane-rests.js';
import { LookUpNumber } from './application/look-up-number.js';
import { MakeClaim } from './application/make-claim.js';
import { MoveRecipient } from './application/move-recipient.js';
import { OptOutSubscriptions } from './application/opt-out-subscriptions.js';
import { NextRecipients } from './application/next-recipients.js';
import { Paces } from './application/paces.js';
import { PauseRun } from './application/pause-run.js';
import { PlanLane } from './application/plan-lane.js';
import { BulkMoves } from './application/ports/bulk-moves.js';
import { Chance } from './application/ports/chance.js';
import { HandoverMarks } from './application/ports/handover-marks.js';
import { LaneLeases } from './application/ports/lane-leases.js';
import { LaneDriver, Lanes } from './application/ports/lanes.js';
import { Ledger } from './application/ports/ledger.js';
import { RecipientNumbers } from './application/ports/recipient-numbers.js';
import { NumberTallies } from './application/ports/number-tallies.js';
import { RecipientReports } from './application/ports/recipient-reports.js';
import { ResultsWorkbook } from './application/ports/results-workbook.js';
import { RunRepository } from './application/ports/run-repository.js';
import { SafeModeAlarms } from './application/ports/safe-mode-alarms.js';
import { RecordReceipt } from './application/record-receipt.js';
import { RecoverInFlight } from './application/recover-in-flight.js';
import { ReleaseSafeMode } from './application/release-safe-mode.js';
import { ReopenRun } from './application/reopen-run.js';
import { ResendFailed } from './application/resend-failed.js';
import { ResumeRun } from './application/resume-run.js';
import { RunFiles } from './application/run-files.js';
import { RunNews } from './application/run-news.js';
import { RunPast } from './application/run-past.js';
import { RunSteps } from './application/run-steps.js';
import { RunViews } from './application/run-views.js';
import { Runs } from './application/runs.js';
import { SafeMode } from './application/safe-mode.js';
import { SafeModeNews } from './application/safe-mode-news.js';
import { SendingGauges } from './application/sending-gauges.js';
import { SendingMeter } from './application/sending-meter.js';
import { SendNext } from './application/send-next.js';
import { SenderLifecycle } from './application/sender-lifecycle.js';
import { SenderRuns } from './application/sender-runs.js';
import { SenderSubscriptions } from './application/sender-subscriptions.js';
import { SendingDevices } from './application/sending-devices.js';
import { SetAside } from './application/set-aside.js';
import { SkipListed } from './application/skip-listed.js';
import { StartRun } from './application/start-run.js';
import { TakeOptOut } from './application/take-opt-out.js';
import { StopAtFailures } from './application/stop-at-failures.js';
import { TakePlace } from './application/take-place.js';
import { TestSend } from './application/test-send.js';
import { WakeLanes } from './application/wake-lanes.js';
import { CryptoChance } from './infrastructure/crypto-chance.js';
import { HandoverFolder } from './infrastructure/files/handover-folder.js';
import { LANE_QUEUE } from './infrastructure/lanes/bull/lane-queue.js';
import { lanesOf } from './infrastructure/lanes/lanes.js';
import { TypeOrmBulkMoves } from './infrastructure/persistence/typeorm-bulk-moves.js';
import { TypeOrmLaneLeases } from './infrastructure/persistence/typeorm-lane-leases.js';
import { TypeOrmLedger } from './infrastructure/persistence/typeorm-ledger.js';
import { TypeOrmRecipientNumbers } from './infrastructure/persistence/typeorm-recipient-numbers.js';
import { TypeOrmNumberTallies } from './infrastructure/persistence/typeorm-number-tallies.js';
import { TypeOrmRecipientReports } from './infrastructure/persistence/typeorm-recipient-reports.js';
import { TypeOrmRunRepository } from './infrastructure/persistence/typeorm-run-repository.js';
import { TypeOrmSafeModeAlarms } from './infrastructure/persistence/typeorm-safe-mode-alarms.js';
import { SheetResultsWorkbook } from './infrastructure/workbook/sheet-results-workbook.js';

/** What sending is made of, beside its adapters. */
const USE_CASES = [
  ActiveRuns,
  AllowTestSend,
  Allowances,
  ApplyNews,
  CancelRun,
  CancelWaiting,
  CatchUp,
  CheckMarks,
  CountSentToday,
  DecideRecipient,
  DeliverTest,
  DoubtMoves,
  DoubtWaiting,
  EnterSafeMode,
  ExportResults,
  FollowDevices,
  HandOver,
  HoldLane,
  LaneRests,
  LookUpNumber,
  MakeClaim,
  MoveRecipient,
  NextRecipients,
  Paces,
  OptOutSubscriptions,
  PauseRun,
  PlanLane,
  RecordReceipt,
  RecoverInFlight,
  ReleaseSafeMode,
  ReopenRun,
  ResendFailed,
  ResumeRun,
  RunFiles,
  RunNews,
  RunPast,
  RunSteps,
  RunViews,
  SafeMode,
  SafeModeNews,
  SendNext,
  SendingGauges,
  SendingMeter,
  SenderLifecycle,
  SenderSubscriptions,
  SendingDevices,
  SetAside,
  SkipListed,
  StartRun,
  TakeOptOut,
  StopAtFailures,
  TakePlace,
  TestSend,
  WakeLanes,
];

/** Everything that the sender's module provides, apart from the doors of other modules and the platform. */
export const SENDER_PROVIDERS: readonly Provider[] = [
  ...USE_CASES,
  { provide: Runs, useClass: SenderRuns },
  { provide: LaneDriver, useClass: DriveLane },
  {
    provide: Lanes,
    inject: [
      CONFIG,
      LaneDriver,
      Clock,
      Log,
      DeviceHolders,
      { token: getQueueToken(LANE_QUEUE), optional: true },
    ],
    useFactory: lanesOf,
  },
  { provide: BulkMoves, useClass: TypeOrmBulkMoves },
  { provide: Chance, useClass: CryptoChance },
  {
    provide: HandoverMarks,
    inject: [CONFIG, Clock],
    useFactory: ({ dataDir }: Pick<Config, 'dataDir'>, clock: Clock) =>
      new HandoverFolder(join(dataDir, 'handovers'), clock),
  },
  { provide: LaneLeases, useClass: TypeOrmLaneLeases },
  { provide: Ledger, useClass: TypeOrmLedger },
  { provide: RecipientNumbers, useClass: TypeOrmRecipientNumbers },
  { provide: NumberTallies, useClass: TypeOrmNumberTallies },
  { provide: RecipientReports, useClass: TypeOrmRecipientReports },
  { provide: ResultsWorkbook, useClass: SheetResultsWorkbook },
  { provide: RunRepository, useClass: TypeOrmRunRepository },
  { provide: SafeModeAlarms, useClass: TypeOrmSafeModeAlarms },
];
