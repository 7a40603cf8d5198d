import 'reflect-metadata';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuthModule, EndSession } from '../modules/auth/index.js';
import { RemoveSecondFactor, ResetAdministrator, UsersModule } from '../modules/users/index.js';
import { configOfProcess } from '../platform/config/config.js';
import type { Config } from '../platform/config/config.js';
import { lockDataDir } from '../platform/database/data-dir-lock.js';
import { PinoLog } from '../platform/logging/log.js';
import type { Log } from '../platform/logging/log.js';
import { NestStartLog } from '../platform/logging/nest-log.js';
import { PlatformModule } from '../platform/platform.module.js';
import { boxed } from '../platform/process/box.js';
import { prepareDataFolder } from '../platform/process/data-folder.js';
import { runProgram } from '../platform/process/run-program.js';

/** Only what people and logins need: no device is opened, nothing is sent. */
@Module({})
class PeopleModule {
  static with(config: Config, log: Log): DynamicModule {
    const imports = [PlatformModule.with(config, log), UsersModule, AuthModule];
    return { module: PeopleModule, imports };
  }
}

/**
 * `npm run admin:reset`, with the server stopped: gives an administrator a new random password, takes
 * their second factor away, ends their logins and prints the password, once. For whoever lost them and holds the
 * server itself.
 */
async function resetAdministrator(): Promise<void> {
  const config = configOfProcess();
  prepareDataFolder(config.dataDir);
  const unlock = lockDataDir(config.dataDir);
  const log = new PinoLog(config.logLevel);
  const people = await NestFactory.createApplicationContext(PeopleModule.with(config, log), {
    logger: new NestStartLog(log),
    abortOnError: false,
  });
  const { userId, username, password } = await people.get(ResetAdministrator).run();
  const hadSecondFactor = await people.get(RemoveSecondFactor).byKeyboard(userId);
  await people.get(EndSession).allOf(userId);
  await people.close();
  unlock();
  process.stdout.write(
    boxed([
      'Kata sandi administrator sudah diganti. Catat sekarang, tidak ditampilkan lagi.',
      '',
      `Nama pengguna: ${username}`,
      `Kata sandi:    ${password}`,
      ...(hadSecondFactor
        ? ['', 'Verifikasi dua langkah dinonaktifkan. Aktifkan lagi di Akun saya.']
        : []),
    ]),
  );
}

runProgram(resetAdministrator);
