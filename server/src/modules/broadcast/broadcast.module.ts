import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttachmentModule } from '../attachment/index.js';
import { AuditModule } from '../audit/index.js';
import { DeviceModule } from '../device/index.js';
import { RecipientModule } from '../recipient/index.js';
import { SenderModule } from '../sender/index.js';
import { SettingsModule } from '../settings/index.js';
import { BroadcastRecipientsController } from './api/broadcast-recipients.controller.js';
import { BroadcastSendingController } from './api/broadcast-sending.controller.js';
import { BroadcastsController } from './api/broadcasts.controller.js';
import { PracticeTourController } from './api/practice-tour.controller.js';
import { SendEstimatesController } from './api/send-estimates.controller.js';
import { SubjectsController } from './api/subjects.controller.js';
import { UnlinkImpactController } from './api/unlink-impact.controller.js';
import { BeginSending } from './application/begin-sending.js';
import { Belongings } from './application/belongings.js';
import { BroadcastViews } from './application/broadcast-views.js';
import { ConfirmBroadcast } from './application/confirm-broadcast.js';
import { ContentCheck } from './application/content-check.js';
import { CreateBroadcast } from './application/create-broadcast.js';
import { DeleteBroadcast } from './application/delete-broadcast.js';
import { Drafts } from './application/drafts.js';
import { EditBroadcast } from './application/edit-broadcast.js';
import { EditRecipients } from './application/edit-recipients.js';
import { EraseRecipient } from './application/erase-recipient.js';
import { EraseSubject } from './application/erase-subject.js';
import { EstimateSending } from './application/estimate-sending.js';
import { FindSubject } from './application/find-subject.js';
import { LiveBroadcastNews } from './application/live-broadcast-news.js';
import { BroadcastRepository } from './application/ports/broadcast-repository.js';
import { PracticeTour } from './application/practice-tour.js';
import { PurgeBroadcasts } from './application/purge-broadcasts.js';
import { PurgePeople } from './application/purge-people.js';
import { ReadBroadcasts } from './application/read-broadcasts.js';
import { ReadUnlinkImpact } from './application/read-unlink-impact.js';
import { RetentionJanitor } from './application/retention-janitor.js';
import { ReviewBroadcast } from './application/review-broadcast.js';
import { SendBroadcast } from './application/send-broadcast.js';
import { WithdrawConfirmation } from './application/withdraw-confirmation.js';
import { BroadcastRow } from './infrastructure/persistence/broadcast.row.js';
import { TypeormBroadcastRepository } from './infrastructure/persistence/typeorm-broadcast-repository.js';

/** Messages to many recipients: writing, Konfirmasi, and handing over to the sender. */
@Module({
  imports: [
    AttachmentModule,
    AuditModule,
    DeviceModule,
    RecipientModule,
    SenderModule,
    SettingsModule,
    TypeOrmModule.forFeature([BroadcastRow]),
  ],
  controllers: [
    BroadcastsController,
    BroadcastRecipientsController,
    BroadcastSendingController,
    PracticeTourController,
    SendEstimatesController,
    SubjectsController,
    UnlinkImpactController,
  ],
  providers: [
    BeginSending,
    Belongings,
    BroadcastViews,
    ConfirmBroadcast,
    ContentCheck,
    CreateBroadcast,
    DeleteBroadcast,
    Drafts,
    EditBroadcast,
    EditRecipients,
    EraseRecipient,
    EraseSubject,
    EstimateSending,
    FindSubject,
    LiveBroadcastNews,
    PracticeTour,
    PurgeBroadcasts,
    PurgePeople,
    ReadBroadcasts,
    ReadUnlinkImpact,
    RetentionJanitor,
    ReviewBroadcast,
    SendBroadcast,
    WithdrawConfirmation,
    { provide: BroadcastRepository, useClass: TypeormBroadcastRepository },
  ],
})
export class BroadcastModule {}
