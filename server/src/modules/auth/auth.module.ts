import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Authenticator } from '../../platform/http/authenticator.js';
import { AuditModule } from '../audit/index.js';
import { SettingsModule } from '../settings/index.js';
import { UsersModule } from '../users/index.js';
import { AccountController } from './api/account.controller.js';
import { AuthController } from './api/auth.controller.js';
import { LinkController } from './api/link.controller.js';
import { LoginController } from './api/login.controller.js';
import { SecondFactorController } from './api/second-factor.controller.js';
import { SessionAuthenticator } from './api/session-authenticator.js';
import { SessionCookie } from './api/session-cookie.js';
import { SessionViews } from './api/session-views.js';
import { UserSecondFactorController } from './api/user-second-factor.controller.js';
import { UserSessionsController } from './api/user-sessions.controller.js';
import { AcceptLink } from './application/accept-link.js';
import { ChangeOwnPassword } from './application/change-own-password.js';
import { CheckCode } from './application/check-code.js';
import { CheckOwnPassword } from './application/check-own-password.js';
import { EndSession } from './application/end-session.js';
import { FinishLogin } from './application/finish-login.js';
import { LogIn } from './application/log-in.js';
import { LogOut } from './application/log-out.js';
import { LoginThrottle } from './application/login-throttle.js';
import { OpenDoor } from './application/open-door.js';
import { OwnFactorChanges } from './application/own-factor-changes.js';
import { OwnFactorEnrolment } from './application/own-factor-enrolment.js';
import { PendingPeople } from './application/pending-people.js';
import { PersonSessions } from './application/person-sessions.js';
import { PendingLogins } from './application/ports/pending-logins.js';
import { SessionRepository } from './application/ports/session-repository.js';
import { PrepareFirstRun } from './application/prepare-first-run.js';
import { ResumeSession } from './application/resume-session.js';
import { SecondFactorDuty } from './application/second-factor-duty.js';
import { SetUp } from './application/set-up.js';
import { SetupToken } from './application/setup-token.js';
import { StartSession } from './application/start-session.js';
import { StepUp } from './application/step-up.js';
import { PendingLoginRow } from './infrastructure/persistence/pending-login.row.js';
import { SessionRow } from './infrastructure/persistence/session.row.js';
import { TypeOrmPendingLogins } from './infrastructure/persistence/typeorm-pending-logins.js';
import { TypeOrmSessionRepository } from './infrastructure/persistence/typeorm-session-repository.js';

/** Getting in and staying in: setup, login, server-side sessions. */
@Module({
  imports: [
    TypeOrmModule.forFeature([PendingLoginRow, SessionRow]),
    UsersModule,
    AuditModule,
    SettingsModule,
  ],
  controllers: [
    AccountController,
    AuthController,
    LinkController,
    LoginController,
    SecondFactorController,
    UserSecondFactorController,
    UserSessionsController,
  ],
  providers: [
    AcceptLink,
    ChangeOwnPassword,
    CheckCode,
    CheckOwnPassword,
    EndSession,
    FinishLogin,
    LogIn,
    LogOut,
    LoginThrottle,
    OpenDoor,
    OwnFactorChanges,
    OwnFactorEnrolment,
    PendingPeople,
    PersonSessions,
    PrepareFirstRun,
    ResumeSession,
    SecondFactorDuty,
    SessionCookie,
    SessionViews,
    SetUp,
    SetupToken,
    StartSession,
    StepUp,
    { provide: PendingLogins, useClass: TypeOrmPendingLogins },
    { provide: SessionRepository, useClass: TypeOrmSessionRepository },
    SessionAuthenticator,
    { provide: Authenticator, useExisting: SessionAuthenticator },
  ],
  exports: [Authenticator, EndSession, PrepareFirstRun, SessionAuthenticator],
})
export class AuthModule {}
