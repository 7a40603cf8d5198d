import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttachmentModule } from '../attachment/index.js';
import { AuditModule } from '../audit/index.js';
import { DeviceModule } from '../device/index.js';
import { DoNotContactModule } from '../do-not-contact/index.js';
import { RecipientDecisionsController } from './api/recipient-decisions.controller.js';
import { ResultsController } from './api/results.controller.js';
import { RunsController } from './api/runs.controller.js';
import { SafeModeController } from './api/safe-mode.controller.js';
import { SentTodayController } from './api/sent-today.controller.js';
import { TestSendsController } from './api/test-sends.controller.js';
import { Runs } from './application/runs.js';
import { AttemptRow } from './infrastructure/persistence/attempt.row.js';
import { LaneRow } from './infrastructure/persistence/lane.row.js';
import { NumberTallyRow } from './infrastructure/persistence/number-tally.row.js';
import { RunRow } from './infrastructure/persistence/run.row.js';
import { SafeModeAlarmRow } from './infrastructure/persistence/safe-mode-alarm.row.js';
import { SettledMarkRow } from './infrastructure/persistence/settled-mark.row.js';
import { SENDER_PROVIDERS } from './sender.providers.js';

/** Sending: runs, the ledger of what became of every recipient, and the lanes that hand over. */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      AttemptRow,
      LaneRow,
      NumberTallyRow,
      RunRow,
      SafeModeAlarmRow,
      SettledMarkRow,
    ]),
    AttachmentModule,
    AuditModule,
    DeviceModule,
    DoNotContactModule,
  ],
  controllers: [
    RunsController,
    ResultsController,
    RecipientDecisionsController,
    SafeModeController,
    SentTodayController,
    TestSendsController,
  ],
  providers: [...SENDER_PROVIDERS],
  exports: [Runs],
})
export class SenderModule {}
