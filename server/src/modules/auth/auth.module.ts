import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Authenticator } from '../../platform/http/authenticator.js';
import { AuditModule } from '../audit/index.js';
import { UsersModule } from '../users/index.js';
import { AccountController } from './api/account.controller.js';
import { AuthController } from './api/auth.controller.js';
import { LinkController } from './api/link.controller.js';
import { SessionAuthenticator } from './api/session-authenticator.js';
import { SessionCookie } from './api/session-cookie.js';
import { SessionViews } from './api/session-views.js';
import { UserSessionsController } from './api/user-sessions.controller.js';
import { AcceptLink } from './application/accept-link.js';
import { ChangeOwnPassword } from './application/change-own-password.js';
import { EndSession } from './application/end-session.js';
import { LogIn } from './application/log-in.js';
import { LogOut } from './application/log-out.js';
import { LoginThrottle } from './application/login-throttle.js';
import { PersonSessions } from './application/person-sessions.js';
import { SessionRepository } from './application/ports/session-repository.js';
import { PrepareFirstRun } from './application/prepare-first-run.js';
import { ResumeSession } from './application/resume-session.js';
import { SetUp } from './application/set-up.js';
import { SetupToken } from './application/setup-token.js';
import { StartSession } from './application/start-session.js';
import { SessionRow } from './infrastructure/persistence/session.row.js';
import { TypeOrmSessionRepository } from './infrastructure/persistence/typeorm-session-repository.js';

/** Getting in and staying in: setup, login, server-side sessions. */
@Module({
  imports: [TypeOrmModule.forFeature([SessionRow]), UsersModule, AuditModule],
  controllers: [AccountController, AuthController, LinkController, UserSessionsController],
  providers: [
    AcceptLink,
    ChangeOwnPassword,
    EndSession,
    LogIn,
    LogOut,
    LoginThrottle,
    PersonSessions,
    PrepareFirstRun,
    ResumeSession,
    SessionCookie,
    SessionViews,
    SetUp,
    SetupToken,
    StartSession,
    { provide: SessionRepository, useClass: TypeOrmSessionRepository },
    SessionAuthenticator,
    { provide: Authenticator, useExisting: SessionAuthenticator },
  ],
  exports: [Authenticator, EndSession, PrepareFirstRun, SessionAuthenticator],
})
export class AuthModule {}
