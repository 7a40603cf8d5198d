import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/index.js';
import { CheckCredentials } from './application/check-credentials.js';
import { CreateFirstAdministrator } from './application/create-first-administrator.js';
import { PasswordHasher } from './application/ports/password-hasher.js';
import { UserRepository } from './application/ports/user-repository.js';
import { ResetAdministrator } from './application/reset-administrator.js';
import { UserDirectory } from './application/user-directory.js';
import { Argon2PasswordHasher } from './infrastructure/argon2-password-hasher.js';
import { TypeOrmUserRepository } from './infrastructure/persistence/typeorm-user-repository.js';
import { UserRow } from './infrastructure/persistence/user.row.js';

const DOORS = [CheckCredentials, CreateFirstAdministrator, ResetAdministrator, UserDirectory];

/** The people of this installation, their jobs and their passwords. */
@Module({
  imports: [TypeOrmModule.forFeature([UserRow]), AuditModule],
  providers: [
    ...DOORS,
    { provide: UserRepository, useClass: TypeOrmUserRepository },
    { provide: PasswordHasher, useClass: Argon2PasswordHasher },
  ],
  exports: DOORS,
})
export class UsersModule {}
