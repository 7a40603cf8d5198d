import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/index.js';
import { SettingsController } from './api/settings.controller.js';
import { ChangeSettings } from './application/change-settings.js';
import { InstallationSettings } from './application/installation-settings.js';
import { StoredPolicies } from './application/ports/stored-policies.js';
import { LiveSettingsNews } from './application/live-settings-news.js';
import { ReadSettings } from './application/read-settings.js';
import { StoredInstallationSettings } from './application/stored-installation-settings.js';
import { PoliciesRow } from './infrastructure/persistence/policies.row.js';
import { TypeormStoredPolicies } from './infrastructure/persistence/typeorm-stored-policies.js';

/** What administrators switch on for everybody: kept in the database, off until then. */
@Module({
  imports: [TypeOrmModule.forFeature([PoliciesRow]), AuditModule],
  controllers: [SettingsController],
  providers: [
    ChangeSettings,
    LiveSettingsNews,
    ReadSettings,
    { provide: InstallationSettings, useClass: StoredInstallationSettings },
    { provide: StoredPolicies, useClass: TypeormStoredPolicies },
  ],
  exports: [InstallationSettings],
})
export class SettingsModule {}
