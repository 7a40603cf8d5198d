import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/index.js';
import { UsersController } from './api/users.controller.js';
import { ChangeAccess } from './application/change-access.js';
import { ChangePassword } from './application/change-password.js';
import { CheckCredentials } from './application/check-credentials.js';
import { CreateFirstAdministrator } from './application/create-first-administrator.js';
import { EnrolSecondFactor } from './application/enrol-second-factor.js';
import { GiveLink } from './application/give-link.js';
import { InviteUser } from './application/invite-user.js';
import { ListUsers } from './application/list-users.js';
import { People } from './application/people.js';
import { AuthenticatorCodes } from './application/ports/authenticator-codes.js';
import { FactorSeal } from './application/ports/factor-seal.js';
import { PasswordHasher } from './application/ports/password-hasher.js';
import { SecondFactorRepository } from './application/ports/second-factor-repository.js';
import { UserRepository } from './application/ports/user-repository.js';
import { RemoveSecondFactor } from './application/remove-second-factor.js';
import { RenewRecoveryCodes } from './application/renew-recovery-codes.js';
import { ResetAdministrator } from './application/reset-administrator.js';
import { SecondFactors } from './application/second-factors.js';
import { ShutOutUser } from './application/shut-out-user.js';
import { UseLink } from './application/use-link.js';
import { UserDirectory } from './application/user-directory.js';
import { Argon2PasswordHasher } from './infrastructure/argon2-password-hasher.js';
import { OtpauthCodes } from './infrastructure/otpauth-codes.js';
import {
  RecoveryCodeRow,
  SecondFactorRow,
} from './infrastructure/persistence/second-factor.row.js';
import { TypeOrmSecondFactorRepository } from './infrastructure/persistence/typeorm-second-factor-repository.js';
import { TypeOrmUserRepository } from './infrastructure/persistence/typeorm-user-repository.js';
import { UserLinkRow } from './infrastructure/persistence/user-link.row.js';
import { UserRow } from './infrastructure/persistence/user.row.js';
import { SealedFactors } from './infrastructure/sealed-factors.js';

const DOORS = [
  ChangePassword,
  CheckCredentials,
  CreateFirstAdministrator,
  EnrolSecondFactor,
  RemoveSecondFactor,
  RenewRecoveryCodes,
  ResetAdministrator,
  SecondFactors,
  UseLink,
  UserDirectory,
];

/** The people of this installation, their jobs and their passwords. */
@Module({
  imports: [
    TypeOrmModule.forFeature([RecoveryCodeRow, SecondFactorRow, UserLinkRow, UserRow]),
    AuditModule,
  ],
  controllers: [UsersController],
  providers: [
    ...DOORS,
    ChangeAccess,
    GiveLink,
    InviteUser,
    ListUsers,
    People,
    ShutOutUser,
    { provide: AuthenticatorCodes, useClass: OtpauthCodes },
    { provide: FactorSeal, useClass: SealedFactors },
    { provide: SecondFactorRepository, useClass: TypeOrmSecondFactorRepository },
    { provide: UserRepository, useClass: TypeOrmUserRepository },
    { provide: PasswordHasher, useClass: Argon2PasswordHasher },
  ],
  exports: DOORS,
})
export class UsersModule {}
