import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Authenticator } from '../../platform/http/authenticator.js';
import { AuditModule } from '../audit/index.js';
import { AuthModule } from '../auth/index.js';
import { DeviceModule } from '../device/index.js';
import { DoorController } from './api/door.controller.js';
import { EmbedKeysController } from './api/embed-keys.controller.js';
import { EmbeddingController } from './api/embedding.controller.js';
import { FrameAuthenticator } from './api/frame-authenticator.js';
import { FrameController } from './api/frame.controller.js';
import { FrameViews } from './api/frame-views.js';
import { AcceptToken } from './application/accept-token.js';
import { AddKey } from './application/add-key.js';
import { CallBack } from './application/call-back.js';
import { CheckToken } from './application/check-token.js';
import { DecideGrant } from './application/decide-grant.js';
import { EndFrames } from './application/end-frames.js';
import { EnterFrame } from './application/enter-frame.js';
import { FirstHost } from './application/first-host.js';
import { GiveAccess } from './application/give-access.js';
import { LogOutFrames } from './application/log-out-frames.js';
import { OpenFrame } from './application/open-frame.js';
import { EmbedHosts } from './application/ports/embed-hosts.js';
import { FrameSessions } from './application/ports/frame-sessions.js';
import { FramedPeople } from './application/ports/framed-people.js';
import { KeySmith, TokenVerifier } from './application/ports/token-verifier.js';
import { UsedTokens } from './application/ports/used-tokens.js';
import { ReadSettings } from './application/read-settings.js';
import { RemoveHost } from './application/remove-host.js';
import { RenewFrame } from './application/renew-frame.js';
import { ResumeFrame } from './application/resume-frame.js';
import { RetireKey } from './application/retire-key.js';
import { SaveHost } from './application/save-host.js';
import { StartFrame } from './application/start-frame.js';
import { TidyFrames } from './application/tidy-frames.js';
import { JoseTokenVerifier } from './infrastructure/jose-token-verifier.js';
import { EmbedHostRow, EmbedKeyRow } from './infrastructure/persistence/embed-host.row.js';
import { FrameAccessRow, FrameSessionRow } from './infrastructure/persistence/frame-session.row.js';
import { FramedPersonRow, UsedTokenRow } from './infrastructure/persistence/framed-person.row.js';
import { TypeOrmEmbedHosts } from './infrastructure/persistence/typeorm-embed-hosts.js';
import { TypeOrmFrameSessions } from './infrastructure/persistence/typeorm-frame-sessions.js';
import { TypeOrmFramedPeople } from './infrastructure/persistence/typeorm-framed-people.js';
import { TypeOrmUsedTokens } from './infrastructure/persistence/typeorm-used-tokens.js';
import { SealedKeySmith } from './infrastructure/sealed-key-smith.js';

const ROWS = [
  EmbedHostRow,
  EmbedKeyRow,
  FrameAccessRow,
  FrameSessionRow,
  FramedPersonRow,
  UsedTokenRow,
];

/** People who come from a dashboard, in a frame of it: let in by its signed word, without an account here. */
@Module({
  imports: [TypeOrmModule.forFeature(ROWS), AuditModule, AuthModule, DeviceModule],
  controllers: [DoorController, EmbedKeysController, EmbeddingController, FrameController],
  providers: [
    AcceptToken,
    AddKey,
    CallBack,
    CheckToken,
    DecideGrant,
    EndFrames,
    EnterFrame,
    FirstHost,
    FrameViews,
    GiveAccess,
    LogOutFrames,
    OpenFrame,
    ReadSettings,
    RemoveHost,
    RenewFrame,
    ResumeFrame,
    RetireKey,
    SaveHost,
    SealedKeySmith,
    StartFrame,
    TidyFrames,
    { provide: Authenticator, useClass: FrameAuthenticator },
    { provide: EmbedHosts, useClass: TypeOrmEmbedHosts },
    { provide: FramedPeople, useClass: TypeOrmFramedPeople },
    { provide: FrameSessions, useClass: TypeOrmFrameSessions },
    { provide: KeySmith, useExisting: SealedKeySmith },
    { provide: TokenVerifier, useClass: JoseTokenVerifier },
    { provide: UsedTokens, useClass: TypeOrmUsedTokens },
  ],
  exports: [Authenticator],
})
export class EmbedModule {}
