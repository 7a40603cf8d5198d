import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/index.js';
import { UsersController } from './api/users.controller.js';
import { ChangeAccess } from './application/change-access.js';
import { ChangePassword } from './application/change-password.js';
import { CheckCredentials } from './application/check-credentials.js';
import { CreateFirstAdministrator } from './application/create-first-administrator.js';
import { GiveLink } from './application/give-link.js';
import { InviteUser } from './application/invite-user.js';
import { ListUsers } from './application/list-users.js';
import { People } from './application/people.js';
import { PasswordHasher } from './application/ports/password-hasher.js';
import { UserRepository } from './application/ports/user-repository.js';
import { ResetAdministrator } from './application/reset-administrator.js';
import { ShutOutUser } from './application/shut-out-user.js';
import { UseLink } from './application/use-link.js';
import { UserDirectory } from './application/user-directory.js';
import { Argon2PasswordHasher } from './infrastructure/argon2-password-hasher.js';
import { TypeOrmUserRepository } from './infrastructure/persistence/typeorm-user-repository.js';
import { UserLinkRow } from './infrastructure/persistence/user-link.row.js';
import { UserRow } from './infrastructure/persistence/user.row.js';

const DOORS = [
  ChangePassword,
  CheckCredentials,
  CreateFirstAdministrator,
  ResetAdministrator,
  UseLink,
  UserDirectory,
];

/** The people of this installation, their jobs and their passwords. */
@Module({
  imports: [TypeOrmModule.forFeature([UserRow, UserLinkRow]), AuditModule],
  controllers: [UsersController],
  providers: [
    ...DOORS,
    ChangeAccess,
    GiveLink,
    InviteUser,
    ListUsers,
    People,
    ShutOutUser,
    { provide: UserRepository, useClass: TypeOrmUserRepository },
    { provide: PasswordHasher, useClass: Argon2PasswordHasher },
  ],
  exports: DOORS,
})
export class UsersModule {}
